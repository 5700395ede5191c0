import { proposalText } from '../../../../src/proposal/text/proposal-text';
import { defineCardOf, type ViewOf } from '../define-card-of';
import { execute, homeButton, showCard } from '../card-actions';
import { defineCard, factRows, facts, type CardObject } from '../card-frame';
import { escapeText } from '../escape-text';
import type { Speaker } from '../speaker';

type View = ViewOf<'proposal'>;

const draw = defineCard<{ about: ReturnType<typeof facts> }>([factRows('about')]);

/** A proposed pair: families of topics only, no name; then what became of it. */
export const proposalCard = defineCardOf('proposal', {
  summary: ({ state }) => (state === 'open' ? 'question' : 'news'),
  draw: (view, speaker) => {
    const { say } = speaker.of(proposalText);
    const programme = escapeText(view.programmeName);
    const ended = (what: 'declined' | 'not-formed' | 'waiting' | 'formed', next = [say(`proposal.${what}-next`)]) =>
      draw(
        {
          programme,
          title: say(`proposal.${what}-title`),
          lines: [say(`proposal.${what}-what`, { side: view.side }), ...next],
        },
        { about: [] },
        [homeButton(speaker)],
      );
    switch (view.state) {
      case 'open':
        return openProposal(view, speaker, programme);
      case 'declined-by-me':
        return ended('declined');
      case 'not-formed':
        return ended(
          'not-formed',
          view.advice === undefined ? undefined : [say('proposal.not-formed-last'), view.advice],
        );
      case 'waiting':
      case 'formed':
        return ended(view.state);
    }
  },
});

function openProposal(view: View, speaker: Speaker, programme: string): CardObject {
  const { say } = speaker.of(proposalText);
  const ids = { programmeId: view.programmeId, proposalId: view.proposalId, revision: view.revision };
  return draw(
    {
      programme,
      title: say('proposal.title', { reminder: view.reminder ? 'yes' : 'no' }),
      lines: [
        say('proposal.what', { side: view.side, families: view.topicFamilies.join(', ') }),
        say('proposal.who'),
        say('proposal.ask', { date: speaker.day(view.replyBy) }),
      ],
    },
    {
      about: facts([
        [say('proposal.function'), escapeText(view.partnerFunction ?? '')],
        [say('proposal.rhythm'), say('proposal.rhythm-value', { months: view.months })],
      ]),
    },
    [
      execute('proposal/accept', say('proposal.accept'), ids, { primary: true }),
      showCard(
        say('proposal.decline'),
        [{ type: 'TextBlock', text: say('proposal.decline-who'), wrap: true }],
        [execute('proposal/decline', say('proposal.decline-send'), ids)],
      ),
    ],
  );
}
