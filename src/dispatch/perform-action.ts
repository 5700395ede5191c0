import type { Actor, UseCaseContext } from '../domain/ports';
import { retryOnConflict } from '../domain/unit-of-work';
import { noticed, type ActionOutcome } from '../member/action-outcome';
import { loadMember } from '../member/load-member';
import { notFound, type PressAnswer } from '../member/press';
import { strangerReader } from '../member/reader';
import type { AllPorts } from './all-ports';
import { actionOf, type Action } from './actions';
import { mayPress } from './policy';

/**
 * The one way from a press, on a card or in the tab, to a use case. The member is read once and handed in; who may press what is asked
 * first, and the default is no. Where another change came first, the press is decided anew from what is stored by then.
 */
export async function performAction(
  ports: AllPorts,
  actor: Actor,
  action: Action,
  context: UseCaseContext,
): Promise<ActionOutcome> {
  const declared = actionOf(action.verb);
  const press = { ports, actor, context };
  if (declared.who === 'anyone') return retryOnConflict(() => declared.run(press, action as never));
  if (!('programmeId' in action)) return notFound(press);
  const { who, run } = declared;
  return retryOnConflict(async (): Promise<PressAnswer> => {
    const member = await loadMember(ports, actor, action.programmeId);
    if (member === undefined) return notFound(press);
    if (mayPress(who, member.roles)) return run({ ...press, member }, action as never);
    // Who only administers has no part in what others press.
    const { participantId, sponsor, delegateOf } = member.roles;
    const known = participantId !== undefined || sponsor || delegateOf.length > 0;
    return known ? noticed('not-allowed', await strangerReader(ports, actor.directoryId)) : notFound(press);
  });
}

/** The same with its ports already given: what the edges of the bot and of the tab receive. */
export type PerformAction = (actor: Actor, action: Action, context: UseCaseContext) => Promise<ActionOutcome>;
