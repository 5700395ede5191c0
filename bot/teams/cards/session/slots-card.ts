import { charterText } from '../../../../src/charter/text/charter-text';
import { sessionText } from '../../../../src/session/text/session-text';
import { defineCardOf, type ViewOf } from '../define-card-of';
import { formatMeeting, formatOtherZone, zonesDiffer } from '../../../../src/language/format-date-time';
import { formatZone } from '../../../../src/language/format-zone';
import type { SlotView } from '../../../../src/session/session-view';
import { execute, homeButton } from '../card-actions';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';
import { labelledInput } from '../labelled-input';
import type { Speaker } from '../speaker';

type View = ViewOf<'slots'>;

const open = defineCard<{
  label: string;
  chosen: string;
  choices: readonly { title: string; index: string }[];
  notes: readonly { text: string }[];
}>([
  labelledInput('${label}', {
    type: 'Input.ChoiceSet',
    id: 'slots',
    isMultiSelect: true,
    style: 'expanded',
    wrap: true,
    value: '${chosen}',
    choices: [{ $data: '${choices}', title: '${title}', value: '${index}' }],
  }),
  { type: 'TextBlock', $data: '${notes}', text: '${text}', wrap: true, isSubtle: true, spacing: 'Medium' },
]);

const answered = defineCard<{ kept: readonly { text: string }[] }>([
  { type: 'TextBlock', $data: '${kept}', text: '${text}', weight: 'Bolder', wrap: true, spacing: 'Small' },
]);

/** Times for the next hour: all are ticked, so that one press is enough. */
export const slotsCard = defineCardOf('slots', {
  summary: ({ state }) => (state === 'open' ? 'time' : 'news'),
  draw: (view, speaker) => {
    const { say } = speaker.of(sessionText);
    const programme = escapeText(view.programmeName);
    const ids = { programmeId: view.programmeId, pairId: view.pairId, number: view.number, slotRound: view.slotRound };
    const count = view.slots.length;
    // All of them may be over by the time somebody looks.
    const state = view.state === 'open' && count === 0 ? 'stale' : view.state;
    switch (state) {
      case 'open': {
        const values = {
          count,
          delegate: view.asDelegate ? 'yes' : 'no',
          partner: speaker.name(view.partnerName ?? ''),
        };
        return open(
          {
            programme,
            title: say('slots.title', { number: view.number }),
            lines: [say('slots.what', values), say('slots.who'), say('slots.ask')],
          },
          {
            label: say('slots.choices', { zone: zoneOf(view, speaker) }),
            chosen: view.slots.map((slot) => slot.index).join(','),
            choices: view.slots.map((slot) => ({ title: slotText(slot, view, speaker), index: String(slot.index) })),
            notes:
              view.charterFirst === true
                ? [{ text: speaker.of(charterText).say('charter.first', { partner: values.partner }) }]
                : [],
          },
          [
            execute('session/suits', say('slots.suits', { count }), ids, { primary: true, inputs: true }),
            execute('session/none-suit', say('slots.none', { count }), ids),
          ],
        );
      }
      case 'answered': {
        const kept = view.slots.filter((slot) => view.chosen.includes(slot.index));
        return answered(
          {
            programme,
            title: say('slots.answered-title'),
            lines: [say('slots.answered-what', { count: kept.length }), say('slots.answered-next')],
          },
          { kept: kept.map((slot) => ({ text: slotText(slot, view, speaker) })) },
          [
            ...(kept.length === 0
              ? []
              : [execute('session/none-suit', say('slots.none', { count: kept.length }), ids)]),
            homeButton(speaker),
          ],
        );
      }
      case 'stale':
        return answered(
          { programme, title: say('slots.stale-title'), lines: [say('slots.stale-what'), say('slots.stale-next')] },
          { kept: [] },
          [homeButton(speaker)],
        );
    }
  },
});

function slotText(slot: SlotView, view: View, speaker: Speaker): string {
  const { reader, name } = speaker;
  const range = formatMeeting(slot.start, slot.end, reader.timeZone, reader.language);
  const other = view.partnerTimeZone;
  if (view.partnerName === undefined || other === undefined || !zonesDiffer(reader.timeZone, other, slot.start))
    return range;
  const partnerTime = formatOtherZone(slot.start, other, reader.timeZone, reader.language);
  return speaker.of(sessionText).say('slots.choice-partner', { range, partnerTime, partner: name(view.partnerName) });
}

function zoneOf(view: View, { reader }: Speaker): string {
  return formatZone(reader.timeZone, reader.language, view.slots[0]?.start ?? '2026-01-15T12:00:00.000Z');
}
