import { sessionText } from '../../../../src/session/text/session-text';
import { defineCardOf } from '../define-card-of';
import { execute, homeButton } from '../card-actions';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';

const draw = defineCard<object>([]);

/** After the hour: did you meet? */
export const metCard = defineCardOf('met', {
  summary: ({ state }) => (state === 'open' ? 'question' : 'news'),
  draw: (view, speaker) => {
    const { say } = speaker.of(sessionText);
    const programme = escapeText(view.programmeName);
    const ids = { programmeId: view.programmeId, pairId: view.pairId, number: view.number, slotRound: view.slotRound };
    if (view.state !== 'open') {
      const ended = view.state;
      const rebook = ended === 'answered-no' && view.canMove;
      const next = say(rebook ? 'met.rebook-next' : `met.${ended}-next`);
      return draw({ programme, title: say(`met.${ended}-title`), lines: [say(`met.${ended}-what`), next] }, {}, [
        ...(rebook ? [execute('session/move', say('met.rebook'), ids, { primary: true })] : []),
        homeButton(speaker),
      ]);
    }
    const values = { partner: speaker.name(view.partnerName), date: speaker.dateTime(view.start) };
    return draw(
      {
        programme,
        title: say('met.title', { number: view.number }),
        lines: [say('met.what', values), say('met.who'), say('met.ask')],
      },
      {},
      [execute('session/met', say('met.yes'), ids, { primary: true }), execute('session/not-met', say('met.no'), ids)],
    );
  },
});
