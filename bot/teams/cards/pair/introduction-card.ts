import { charterVersion, wordsFor } from '../../../../src/charter/charter-words';
import { charterText } from '../../../../src/charter/text/charter-text';
import { memberText } from '../../../../src/member/text/member-text';
import { pairText } from '../../../../src/pair/text/pair-text';
import { proposalText } from '../../../../src/proposal/text/proposal-text';
import { defineCardOf, type ViewOf } from '../define-card-of';
import { zonesDiffer } from '../../../../src/language/format-date-time';
import { formatZone } from '../../../../src/language/format-zone';
import { linkChat } from '../../../../src/kernel/link-chat';
import { execute, homeButton, openUrl } from '../card-actions';
import { defineCard, factRows, facts } from '../card-frame';
import { escapeText } from '../escape-text';
import type { Speaker } from '../speaker';

const draw = defineCard<{
  about: ReturnType<typeof facts>;
  reasonsTitle: string;
  reasons: readonly { text: string }[];
  charter: { title: string; words: readonly { text: string }[]; notes: readonly { text: string }[] };
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
  {
    type: 'Container',
    $data: '${charter}',
    separator: true,
    spacing: 'Medium',
    items: [
      { type: 'TextBlock', text: '${title}', weight: 'Bolder', wrap: true },
      { type: 'TextBlock', $data: '${words}', text: '•\u00a0${text}', wrap: true, spacing: 'Small' },
      { type: 'TextBlock', $data: '${notes}', text: '${text}', wrap: true, isSubtle: true, spacing: 'Small' },
    ],
  },
]);

/** Both have said yes: who the partner is, why this pair, the charter that each accepts, and a way to write to the partner in their own chat. */
export const introductionCard = defineCardOf('introduction', {
  summary: () => 'news',
  draw: (view, speaker) => {
    const { reader } = speaker;
    const { say } = speaker.of(pairText);
    const partner = speaker.name(view.partnerName);
    const elsewhere = zonesDiffer(reader.timeZone, view.partnerTimeZone, referenceInstant);
    const asks = view.charter.accepted === undefined;
    const write =
      view.partnerEmail === undefined
        ? []
        : [openUrl(speaker.of(memberText).plain('common.write', { partner }), linkChat(view.partnerEmail), !asks)];
    const ids = { programmeId: view.programmeId, pairId: view.pairId, version: charterVersion };
    const accept = asks
      ? [execute('charter/accept', speaker.of(charterText).plain('charter.accept'), ids, { primary: true })]
      : [];
    return draw(
      {
        programme: escapeText(view.programmeName),
        title: say('introduction.title', { goesOn: view.goesOn ?? 'no', partner: view.partnerName }),
        lines: [
          ...(view.goesOn === undefined ? [] : [say('introduction.goes-on', { wish: view.goesOn })]),
          say('introduction.what', { side: view.side, partner, topics: view.topics.join(', ') }),
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
        charter: charterOf(view, speaker),
      },
      [...accept, ...write, homeButton(speaker)],
    );
  },
});

/** Zones are compared on a winter's day: the card speaks of a place, not of a moment. */
const referenceInstant = '2026-01-15T12:00:00.000Z';

function charterOf({ charter, partnerName }: ViewOf<'introduction'>, speaker: Speaker) {
  const { say } = speaker.of(charterText);
  const { accepted, partnerAccepted } = charter;
  const partner = speaker.name(partnerName);
  const notes =
    accepted === undefined
      ? [...(partnerAccepted ? [say('charter.partner-accepted', { partner })] : []), say('charter.what')]
      : [
          say('charter.accepted', {
            date: speaker.date(accepted.acceptedOn),
            both: partnerAccepted ? 'yes' : 'no',
            partner,
          }),
        ];
  return {
    title: say('charter.title', { accepted: accepted === undefined ? 'no' : 'yes' }),
    words: wordsFor(charter, speaker.reader.language).map((text) => ({ text: escapeText(text) })),
    notes: [...notes, say('charter.who')].map((text) => ({ text })),
  };
}
