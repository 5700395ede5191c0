import { noticed, shown, type ActionOutcome } from '../member/action-outcome';
import { strangerReader } from '../member/reader';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { currentRenewalView, loadOwnRenewal } from './load-own-renewal';
import type { RenewalChoice } from '../domain/renewal';
import { canSwap, choose, isAsking } from '../domain/renewal-rules';

export interface RenewalRef {
  readonly programmeId: string;
  /** The pair that has finished. */
  readonly pairId: string;
}

/** What now? as it stands for one of the two. Changes nothing. */
export async function showRenewal(
  ports: Ports,
  actor: Actor,
  ref: RenewalRef,
  context: UseCaseContext,
): Promise<ActionOutcome> {
  const it = await loadOwnRenewal(ports, actor, ref, context.now);
  if (it === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
  return shown(await currentRenewalView(ports, actor, it, it.renewal.value, context), it.member.reader, false);
}

/**
 * What one of the two wants after their pair has finished; until the reply date they may change their mind. Only the question's own
 * row is written: no change, no message, no count, so that nothing anybody else reads differs. A repeat or a late press changes nothing.
 */
export async function chooseRenewal(
  ports: Ports,
  actor: Actor,
  input: RenewalRef & Pick<RenewalChoice, 'goOn' | 'otherwise'>,
  context: UseCaseContext,
): Promise<ActionOutcome> {
  return retryOnConflict(async () => {
    const it = await loadOwnRenewal(ports, actor, input, context.now);
    if (it === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
    const { member, side, renewal, me } = it;
    if (member.programme.value.state === 'closed') return noticed('programme-closed', member.reader);
    if (me.value.state !== 'enrolled') return noticed('not-found', member.reader);
    const possible = input.goOn.filter((wish) => wish === 'again' || canSwap(it.mentor.value.profile));
    const after = isAsking(renewal.value, context.now)
      ? choose(renewal.value, side, { goOn: possible, otherwise: input.otherwise, at: context.now })
      : renewal.value;
    const changed = after !== renewal.value;
    if (changed) {
      const unit = new UnitOfWork(ports, input.programmeId, context, 'pair').replace('renewal', renewal, after);
      if (!(await unit.commit())) return conflict;
    }
    return shown(await currentRenewalView(ports, actor, it, after, context), member.reader, changed);
  });
}
