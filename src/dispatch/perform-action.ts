import type { Actor, UseCaseContext } from '../domain/ports';
import type { ActionOutcome } from '../member/action-outcome';
import type { AllPorts } from './all-ports';
import type { Action } from './actions';
import { openPress } from './open-press';

/** The one way from a press, on a card or in the tab, to a use case: opened and done. */
export async function performAction(
  ports: AllPorts,
  actor: Actor,
  action: Action,
  context: UseCaseContext,
): Promise<ActionOutcome> {
  return openPress(ports, actor, action, context).perform();
}

/** The same with its ports already given: what the edge of the tab receives. */
export type PerformAction = (actor: Actor, action: Action, context: UseCaseContext) => Promise<ActionOutcome>;
