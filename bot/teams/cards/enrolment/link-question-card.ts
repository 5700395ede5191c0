import { enrolmentText } from '../../../../src/enrolment/text/enrolment-text';
import { defineCardOf } from '../define-card-of';
import { execute, homeButton } from '../card-actions';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';

const draw = defineCard<object>([]);

/** Whether an account is a participant's, as HR says: asked with their name and the programme's alone; then what became of it. */
export const linkQuestionCard = defineCardOf('link-question', {
  summary: ({ state }) => (state === 'open' ? 'question' : 'news'),
  draw: (view, speaker) => {
    const { say } = speaker.of(enrolmentText);
    const programme = escapeText(view.programmeName);
    const values = { name: view.name ?? '' };
    if (view.state !== 'open')
      return draw(
        {
          programme,
          title: say(`link.${view.state}-title`),
          lines: [say(`link.${view.state}-what`, values), say(`link.${view.state}-next`)],
        },
        {},
        [homeButton(speaker)],
      );
    const ids = { programmeId: view.programmeId, participantId: view.participantId };
    return draw(
      {
        programme,
        title: say('link.title'),
        lines: [say('link.what', values), say('link.yes-means', values), say('link.no-means')],
      },
      {},
      [execute('link/yes', say('link.yes'), ids, { primary: true }), execute('link/no', say('link.no'), ids)],
    );
  },
});
