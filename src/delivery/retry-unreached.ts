import { ok, refused, type Result } from '../kernel/result';
import type { UnreachedPerson } from '../domain/message';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { findRecipient, type KnownRecipient } from './find-recipient';
import { mayHelp, queueAgain } from './queue-again';

/**
 * Queues again what did not reach somebody. What no longer holds falls away when its turn comes, and nothing tells which: the answer is the
 * same whatever the person has answered meanwhile. Refused while the bot cannot write to them.
 */
export async function retryUnreached(
  ports: Ports<Saving | 'people'>,
  programmeId: string,
  key: string,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<undefined, 'not-found' | 'not-reachable'>> {
  return retryOnConflict(async () => {
    const row = await ports.programmes.get(programmeId, 'unreached', key);
    if (row === undefined) return refused('not-found');
    if (!mayReach(row.value, await findRecipient(ports, programmeId, row.value.recipient)))
      return refused('not-reachable');
    const entries = await Promise.all(
      row.value.messageIds.map((id) => ports.programmes.get(programmeId, 'ledger', id)),
    );
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId).remove('unreached', row);
    for (const entry of entries) if (entry !== undefined && mayHelp(entry.value)) queueAgain(unit, entry, context.now);
    return (await unit.recordChange('messages-retried').commit()) ? ok(undefined) : conflict;
  });
}

/** Whether a message sent now may arrive: whoever could not be written to can be, or Teams was to blame. */
export function mayReach({ state }: Pick<UnreachedPerson, 'state'>, person: KnownRecipient | undefined): boolean {
  if (person === undefined || person.hasLeft) return false;
  return state !== 'blocked' || person.reach === 'reachable';
}
