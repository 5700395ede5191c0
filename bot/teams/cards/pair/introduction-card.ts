import { memberText } from '../../../../src/member/text/member-text';
import { pairText } from '../../../../src/pair/text/pair-text';
import { proposalText } from '../../../../src/proposal/text/proposal-text';
import { defineCardOf } from '../define-card-of';
import { formatZone, zonesDiffer } from '../../../../src/language/format-date-time';
import { linkChat } from '../../../../src/kernel/link-chat';
import { homeButton, openUrl } from '../card-actions';
import { defineCard, factRows, facts } from '../card-frame';
import { escapeText } from '../escape-text';

const draw = defineCard<{
  about: ReturnType<typeof facts>;
  reasonsTitle: string;
  reasons: readonly { text: string }[];
}>([
  factRows('about'),
  {
    type: 'Container',
    $when: '${count(reasons) > 0}',
    spacing: 'Medium',
    items: [
      { type: 'TextBlock', text: '${reasonsTitle}', weight: 'Bolder', wrap: true },
      { type: 'TextBlock', $data: '${reasons}', text: '•\u00a0${text}', wrap: true, spacing: 'Small' },
    ],
  },
]);

/** Both have said yes: who the partner is, why this pair, and a way to write to them in their own chat. */
export const introductionCard = defineCardOf('introduction', {
  summary: () => 'news',
  draw: (view, speaker) => {
    const { reader } = speaker;
    const { say } = speaker.of(pairText);
    const partner = speaker.name(view.partnerName);
    const elsewhere = zonesDiffer(reader.timeZone, view.partnerTimeZone, referenceInstant);
    const write =
      view.partnerEmail === undefined
        ? []
        : [openUrl(speaker.of(memberText).plain('common.write', { partner }), linkChat(view.partnerEmail), true)];
    return draw(
      {
        programme: escapeText(view.programmeName),
        title: say('introduction.title', { goesOn: view.goesOn ?? 'no', partner: view.partnerName }),
        lines: [
          ...(view.goesOn === undefined ? [] : [say('introduction.goes-on', { wish: view.goesOn })]),
          say('introduction.what', { side: view.side, partner, topics: view.topics.join(', ') }),
          ...(view.goesOn === undefined ? [say('introduction.who')] : []),
          say(
            'introduction.next',
            view.beginsAt === undefined ? { date: 'none' } : { date: speaker.day(view.beginsAt) },
          ),
        ],
      },
      {
        about: facts([
          [say('introduction.function'), escapeText(view.partnerFunction ?? '')],
          [say('introduction.site'), escapeText(view.partnerSite ?? '')],
          [
            say('introduction.zone'),
            elsewhere ? formatZone(view.partnerTimeZone, reader.language, referenceInstant) : undefined,
          ],
          [say('introduction.rhythm'), speaker.of(proposalText).say('proposal.rhythm-value', { months: view.months })],
        ]),
        reasonsTitle: say('introduction.reasons'),
        reasons: view.reasons.map((reason) => ({ text: escapeText(reason) })),
      },
      [...write, homeButton(speaker)],
    );
  },
});

/** Zones are compared on a winter's day: the card speaks of a place, not of a moment. */
const referenceInstant = '2026-01-15T12:00:00.000Z';
