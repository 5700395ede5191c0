import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { messageKey } from '../domain/message';

/** Queues a message again that was given up after its tries; it keeps its id, so that it is counted once. */
export async function retryMessage(
  ports: Ports<Saving>,
  programmeId: string,
  messageId: string,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<undefined, 'not-found' | 'not-retryable'>> {
  return retryOnConflict(async () => {
    const entry = await ports.programmes.get(programmeId, 'ledger', messageId);
    if (entry === undefined) return refused('not-found');
    if (entry.value.state !== 'dead') return refused('not-retryable');
    const { id, kind, recipient, subject, createdAt, correlationId } = entry.value;
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId)
      .remove('ledger', entry)
      .insert('queued', messageKey(context.now, id), {
        id,
        kind,
        recipient,
        subject,
        createdAt,
        notBefore: context.now,
        tries: 0,
        ambiguous: 0,
        correlationId,
      })
      .recordChange('message-retried');
    return (await unit.commit()) ? ok(undefined) : conflict;
  });
}
