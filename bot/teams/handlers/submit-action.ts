import type { Turn, TurnTools } from '../turn';
import { answerPress } from './answer-press';

/**
 * Action.Submit, on clients that know no Action.Execute: the same step, its card put in place of the one pressed, or below
 * it where that one has to be pressed again.
 */
export async function submitAction(turn: Turn, tools: TurnTools): Promise<void> {
  const data = turn.activity.value;
  const verb = typeof data === 'object' && data !== null && 'verb' in data ? data.verb : undefined;
  const { rendered, again } = await answerPress(turn, verb, data, tools);
  const { replyToId } = turn.activity;
  const replaced =
    replyToId === undefined || again !== undefined
      ? undefined
      : await tools.connector.updateActivity(turn.place, replyToId, rendered);
  if (replaced?.outcome === 'sent' || replaced?.outcome === 'ambiguous') return;
  await tools.connector.sendToConversation(turn.place, rendered);
}
