import { ok, refused, type Result } from '../kernel/result';
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
    if (!mayReach(await findRecipient(ports, programmeId, row.value.recipient))) return refused('not-reachable');
    const entries = await Promise.all(
      row.value.messageIds.map((id) => ports.programmes.get(programmeId, 'ledger', id)),
    );
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId).remove('unreached', row);
    for (const entry of entries) if (entry !== undefined && mayHelp(entry.value)) queueAgain(unit, entry, context.now);
    return (await unit.recordChange('messages-retried').commit()) ? ok(undefined) : conflict;
  });
}

/**
 * Whether a message sent now may arrive. Nobody whom the bot does not reach is tried, whatever kept the first try back: who has answered
 * would then stay off the list, and who has not come back to it.
 */
export function mayReach(person: KnownRecipient | undefined): boolean {
  return person?.hasLeft === false && person.reach === 'reachable';
}
