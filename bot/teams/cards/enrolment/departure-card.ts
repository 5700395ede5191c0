import { enrolmentText } from '../../../../src/enrolment/text/enrolment-text';
import { defineCardOf } from '../define-card-of';
import { execute, homeButton } from '../card-actions';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';

const draw = defineCard<object>([]);

/** What leaving the programme means and who will know, before it is done; then that it is, with the way back where there is one. */
export const departureCard = defineCardOf('departure', {
  summary: () => 'news',
  draw: (view, speaker) => {
    const { say } = speaker.of(enrolmentText);
    const programme = escapeText(view.programmeName);
    const ids = { programmeId: view.programmeId };
    if (view.state === 'open')
      return draw(
        {
          programme,
          title: say('departure.title'),
          lines: [say('departure.what', { pairs: view.pairs }), say('departure.who'), say('departure.next')],
        },
        {},
        [
          execute('programme/leave-confirm', say('departure.confirm'), ids),
          execute('home/show', say('departure.stay'), {}, { primary: true }),
        ],
      );
    return draw(
      {
        programme,
        title: say('departure.gone-title'),
        lines: [say('departure.gone-what'), say('departure.gone-next', { back: view.mayReturn ? 'yes' : 'no' })],
      },
      {},
      [
        ...(view.mayReturn ? [execute('invitation/accept', say('departure.return'), ids, { primary: true })] : []),
        homeButton(speaker),
      ],
    );
  },
});
