import { draftText } from '../../../../src/draft/text/draft-text';
import { enrolmentText } from '../../../../src/enrolment/text/enrolment-text';
import { defineCardOf } from '../define-card-of';
import { homeButton, openProfileDialog } from '../card-actions';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';

const draw = defineCard<object>([]);

/** Where a volunteer without a partner stands, and what they can do. */
export const standingCard = defineCardOf('standing', {
  summary: () => 'news',
  draw: (view, speaker) => {
    const { say } = speaker.of(draftText);
    return draw(
      {
        programme: escapeText(view.programmeName),
        title: say(`standing.${view.state}-title`),
        lines: [say(`standing.${view.state}-what`), view.advice ?? say(`standing.${view.state}-next`)],
      },
      {},
      [openProfileDialog(speaker.of(enrolmentText).say('invitation.correct'), view.programmeId), homeButton(speaker)],
    );
  },
});
