import { errorFields } from '../../log';
import type { CardObject } from '../cards/card-frame';
import type { Turn, TurnTools } from '../turn';
import { withinDeadline } from '../within-deadline';
import { answerPress, type PressAnswer } from './answer-press';

const workingAfter = 2_500;

/**
 * Answers Action.Execute in time: with the card that is true now, with words where the pressed card has to stay, or, when
 * it takes longer, with the words of `working`; the message is then replaced as soon as the work is done.
 */
export async function executeAction(
  turn: Turn,
  verb: unknown,
  data: unknown,
  tools: TurnTools,
): Promise<CardObject | string> {
  const work = answerPress(turn, verb, data, tools);
  const inTime = await withinDeadline(work, tools.workingAfterMilliseconds ?? workingAfter);
  if (inTime !== undefined) return inTime.again ?? inTime.rendered.card;
  tools.later(replaceWhenDone(turn, work, tools));
  return (await tools.notice(turn, 'working')).words;
}

async function replaceWhenDone(turn: Turn, work: Promise<PressAnswer>, tools: TurnTools): Promise<void> {
  const { correlationId } = turn.context;
  try {
    const { rendered, again } = await work;
    const messageId = turn.activity.replyToId;
    const outcome =
      messageId === undefined || again !== undefined
        ? await tools.connector.sendToConversation(turn.place, rendered)
        : await tools.connector.updateActivity(turn.place, messageId, rendered);
    tools.log.info(
      { event: 'late-answer', outcome: outcome.outcome, correlationId },
      'A press was answered after its time.',
    );
  } catch (error) {
    tools.log.error(
      { event: 'late-answer-failed', correlationId, ...errorFields(error) },
      'A late answer was not shown.',
    );
  }
}
