import type { ActionOutcome } from '../../../src/messaging/outcome';
import { errorFields } from '../../log';
import type { RenderedCard } from '../cards/render-card';
import { parseAction } from '../parse-action';
import { rememberSender, type PersonTurn, type Turn, type TurnTools } from '../turn';

/**
 * The card that is true after a press, whoever pressed what: parsed by the schema, done by the one use case, drawn.
 * Never fails: what was not saved is said so.
 */
export async function answerPress(turn: Turn, verb: unknown, data: unknown, tools: TurnTools): Promise<RenderedCard> {
  if (!hasActor(turn)) return tools.notice(turn, 'no-identity');
  const action = parseAction(verb, data);
  if (!action.ok) return tools.notice(turn, action.reason);
  await rememberSender(turn, tools);
  let outcome: ActionOutcome;
  try {
    outcome = await tools.useCases.performAction(tools.ports, turn.actor, action.value, turn.occasion);
  } catch (error) {
    tools.log.error(
      {
        event: 'press-failed',
        verb: action.value.verb,
        correlationId: turn.occasion.correlationId,
        ...errorFields(error),
      },
      'A press was not saved.',
    );
    return tools.notice(turn, 'not-saved');
  }
  return tools.render(outcome.view, outcome.reader);
}

/** Whether somebody of the tenant is behind the turn. */
export function hasActor(turn: Turn): turn is PersonTurn {
  return turn.actor !== undefined;
}
