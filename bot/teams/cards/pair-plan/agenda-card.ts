import { formatMeeting, formatOtherZone, zonesDiffer } from '../../../../src/language/format-date-time';
import { formatZone } from '../../../../src/language/format-zone';
import { languageText } from '../../../../src/language/language-text';
import { pairPlanText } from '../../../../src/pair-plan/text/pair-plan-text';
import { homeButton, openUrl } from '../card-actions';
import { defineCard, factRows, facts } from '../card-frame';
import { tabPageLink, type CardLinks } from '../card-links';
import { defineCardOf, type ViewOf } from '../define-card-of';
import { escapeText } from '../escape-text';
import type { Speaker } from '../speaker';

const draw = defineCard<{
  when: readonly { text: string }[];
  about: ReturnType<typeof facts>;
  parts: readonly { label: string; lines: readonly { text: string }[] }[];
}>([
  {
    type: 'TextBlock',
    $data: '${when}',
    text: '${text}',
    size: 'Medium',
    weight: 'Bolder',
    wrap: true,
    spacing: 'Medium',
  },
  factRows('about'),
  {
    type: 'Container',
    $data: '${parts}',
    spacing: 'Medium',
    items: [
      { type: 'TextBlock', text: '${label}', weight: 'Bolder', wrap: true },
      { type: 'TextBlock', $data: '${lines}', text: '${text}', wrap: true, spacing: 'Small' },
    ],
  },
]);

/** A day before a session: when it is, what it is for, and what to prepare. */
export const agendaCard = defineCardOf('agenda', {
  summary: ({ state }) => (state === 'ahead' ? 'session' : 'news'),
  draw: (view, speaker, links) => {
    const { say } = speaker.of(pairPlanText);
    const programme = escapeText(view.programmeName);
    const buttons = [ownPage(view, speaker, links)];
    if (view.state === 'changed')
      return draw(
        {
          programme,
          title: say('agenda.changed-title', { number: view.number }),
          lines: [say('agenda.changed-what'), say('agenda.changed-next')],
        },
        { when: [], about: [], parts: [] },
        buttons,
      );
    const { reader } = speaker;
    const { start, end, partnerTimeZone } = view;
    const elsewhere = zonesDiffer(reader.timeZone, partnerTimeZone, start);
    const range = formatMeeting(start, end, reader.timeZone, reader.language);
    const zone = formatZone(reader.timeZone, reader.language, start);
    const partner = speaker.name(view.partnerName);
    return draw(
      {
        programme,
        title: say('agenda.title', { number: view.number, partner }),
        lines: [escapeText(view.aim), say('agenda.who')],
      },
      {
        when: [{ text: elsewhere ? languageText(reader.language, 'zone', { text: range, zone }) : range }],
        about: facts([
          [
            say('agenda.when-partner', { partner }),
            elsewhere ? formatOtherZone(start, partnerTimeZone, reader.timeZone, reader.language) : undefined,
          ],
        ]),
        parts: [
          {
            label: say('agenda.words'),
            lines: view.agenda.map(({ minutes, words: text }) => ({ text: say('agenda.item', { minutes, text }) })),
          },
          { label: say('agenda.ask'), lines: [{ text: escapeText(view.question) }] },
          { label: say('agenda.prepare'), lines: [{ text: escapeText(view.prepare) }] },
        ],
      },
      buttons,
    );
  },
});

/** The way to the whole plan; where there is no tab, the way home. */
function ownPage({ programmeId }: ViewOf<'agenda'>, speaker: Speaker, links: CardLinks): object {
  const page = tabPageLink(links, `/me/${programmeId}`);
  return page === undefined
    ? homeButton(speaker, true)
    : openUrl(speaker.of(pairPlanText).plain('agenda.page'), page, true);
}
