import type { CardView } from '../../../../src/domain/view';
import { homeButton, openProfileDialog } from '../card-actions';
import { defineCard, type CardObject } from '../card-frame';
import { escapeText } from '../escape-text';
import type { Speaker } from '../speaker';

type View = Extract<CardView, { card: 'standing' }>;

const draw = defineCard<object>([]);

/** Where a volunteer without a partner stands, and what they can do. */
export function standingCard(view: View, speaker: Speaker): CardObject {
  const { say } = speaker;
  return draw(
    {
      programme: escapeText(view.programmeName),
      title: say(`standing.${view.state}-title`),
      lines: [say(`standing.${view.state}-what`), view.advice ?? say(`standing.${view.state}-next`)],
    },
    {},
    [openProfileDialog(say('invitation.correct'), view.programmeId), homeButton(speaker)],
  );
}
