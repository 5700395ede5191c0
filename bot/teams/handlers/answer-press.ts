import type { ActionOutcome } from '../../../src/member/action-outcome';
import type { Notice, Reader } from '../../../src/domain/view';
import { errorFields } from '../../log';
import type { RenderedCard } from '../cards/render-card';
import { isVerb, parseAction } from '../parse-action';
import { rememberSender, type PersonTurn, type Turn, type TurnTools } from '../turn';

/** What a press leads to. */
export interface PressAnswer {
  readonly rendered: RenderedCard;
  /**
   * In place of the card where the one pressed has to stay, with what was typed, because pressing it again is the way on:
   * the same words as the card’s, without its look.
   */
  readonly again?: string;
  /** Who reads it, where the press was done: absent where a notice says why not. */
  readonly reader?: Reader;
}

/**
 * The card that is true after a press, whoever pressed what: parsed by the schema, done by the one use case, drawn.
 * Never fails: what was not saved is said so, and the card that was pressed stays.
 */
export async function answerPress(turn: Turn, verb: unknown, data: unknown, tools: TurnTools): Promise<PressAnswer> {
  if (!hasActor(turn)) return { rendered: await tools.notice(turn, 'no-identity') };
  const action = parseAction(verb, data);
  if (!action.ok) tools.metrics.refusedPress(isVerb(verb) ? verb : 'unknown', action.reason);
  if (!action.ok)
    return action.reason === 'out-of-date'
      ? { rendered: await tools.notice(turn, action.reason) }
      : pressAgain(turn, action.reason, tools);
  let outcome: ActionOutcome;
  try {
    const press = tools.useCases.openPress(turn.actor, action.value, turn.context);
    if (press.remembersSender && !(await rememberSender(turn, tools, press.stores)))
      return await pressAgain(turn, 'not-saved', tools);
    outcome = await press.perform();
  } catch (error) {
    tools.log.error(
      {
        event: 'press-failed',
        verb: action.value.verb,
        correlationId: turn.context.correlationId,
        ...errorFields(error),
      },
      'A press was not saved.',
    );
    return pressAgain(turn, 'not-saved', tools);
  }
  tools.log.info(
    {
      event: 'press',
      verb: action.value.verb,
      outcome: outcome.changed ? 'changed' : 'same',
      correlationId: turn.context.correlationId,
      programmeId: 'programmeId' in action.value ? action.value.programmeId : undefined,
    },
    'A press was answered.',
  );
  const rendered = tools.render(outcome.view, outcome.reader);
  if (outcome.view.card !== 'notice') return { rendered, reader: outcome.reader };
  const { notice } = outcome.view;
  return notice === 'invalid-input' || notice === 'date-unread'
    ? { rendered, again: (await tools.notice(turn, notice)).words }
    : { rendered };
}

async function pressAgain(turn: Turn, notice: Notice, tools: TurnTools): Promise<PressAnswer> {
  const rendered = await tools.notice(turn, notice);
  return { rendered, again: rendered.words };
}

/** Whether somebody of the tenant is behind the turn. */
export function hasActor(turn: Turn): turn is PersonTurn {
  return turn.actor !== undefined;
}
