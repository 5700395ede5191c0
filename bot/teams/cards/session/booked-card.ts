import { charterText } from '../../../../src/charter/text/charter-text';
import { sessionText } from '../../../../src/session/text/session-text';
import { defineCardOf } from '../define-card-of';
import { formatMeeting, formatOtherZone, zonesDiffer } from '../../../../src/language/format-date-time';
import { formatZone } from '../../../../src/language/format-zone';
import { languageText } from '../../../../src/language/language-text';
import { execute, openUrl } from '../card-actions';
import { defineCard, factRows, facts } from '../card-frame';
import { escapeText } from '../escape-text';

const draw = defineCard<{ when: string; about: ReturnType<typeof facts> }>([
  { type: 'TextBlock', text: '${when}', size: 'Medium', weight: 'Bolder', wrap: true, spacing: 'Medium' },
  factRows('about'),
]);

/** A time is agreed: when, in whose zone, and the calendar file. */
export const bookedCard = defineCardOf('booked', {
  summary: () => 'booked',
  draw: (view, speaker, links) => {
    const { reader } = speaker;
    const { say } = speaker.of(sessionText);
    const partner = speaker.name(view.partnerName ?? '');
    const { partnerTimeZone } = view;
    const elsewhere = partnerTimeZone !== undefined && zonesDiffer(reader.timeZone, partnerTimeZone, view.start);
    const range = formatMeeting(view.start, view.end, reader.timeZone, reader.language);
    const when = elsewhere
      ? languageText(reader.language, 'zone', {
          text: range,
          zone: formatZone(reader.timeZone, reader.language, view.start),
        })
      : range;
    const ids = { programmeId: view.programmeId, pairId: view.pairId, number: view.number, slotRound: view.slotRound };
    return draw(
      {
        programme: escapeText(view.programmeName),
        title: say('booked.title', { number: view.number }),
        lines: [
          say('booked.what', { delegate: view.asDelegate ? 'yes' : 'no', partner }),
          say('booked.who'),
          view.charterFirst === true ? speaker.of(charterText).say('charter.first', { partner }) : say('booked.next'),
        ],
      },
      {
        when,
        about: facts([
          [
            say('booked.when-partner', { partner }),
            elsewhere ? formatOtherZone(view.start, partnerTimeZone, reader.timeZone, reader.language) : undefined,
          ],
        ]),
      },
      [
        openUrl(say('booked.calendar'), `${links.base}${view.calendarPath}`, true),
        ...(view.canMove ? [execute('session/move', say('booked.move'), ids)] : []),
      ],
    );
  },
});
