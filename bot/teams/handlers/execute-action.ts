import { errorFields } from '../../log';
import type { CardObject } from '../cards/card-frame';
import type { RenderedCard } from '../cards/render-card';
import type { Turn, TurnTools } from '../turn';
import { answerPress } from './answer-press';

const workingAfter = 2_500;

/**
 * Answers Action.Execute in time: with the card that is true now, or, when that takes longer, with `working`; the
 * message is then replaced as soon as the work is done.
 */
export async function executeAction(turn: Turn, verb: unknown, data: unknown, tools: TurnTools): Promise<CardObject> {
  const work = answerPress(turn, verb, data, tools);
  const inTime = await withinDeadline(work, tools.workingAfterMilliseconds ?? workingAfter);
  if (inTime !== undefined) return inTime.card;
  tools.later(replaceWhenDone(turn, work, tools));
  return (await tools.notice(turn, 'working')).card;
}

async function replaceWhenDone(turn: Turn, work: Promise<RenderedCard>, tools: TurnTools): Promise<void> {
  const { correlationId } = turn.occasion;
  try {
    const rendered = await work;
    const messageId = turn.activity.replyToId;
    const outcome =
      messageId === undefined
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

async function withinDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, milliseconds);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
