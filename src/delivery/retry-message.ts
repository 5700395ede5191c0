import { ok, refused, type Result } from '../kernel/result';
import type { Actor, Occasion, Ports } from '../domain/ports';
import { decide, lostRace, UnitOfWork } from '../domain/unit-of-work';
import { messageKey } from '../domain/message';

/** Queues a message again that was given up after its tries; it keeps its id, so that it is counted once. */
export async function retryMessage(
  ports: Ports,
  programmeId: string,
  messageId: string,
  actor: Actor,
  occasion: Occasion,
): Promise<Result<undefined, 'not-found' | 'not-retryable'>> {
  return decide(async () => {
    const entry = await ports.programmes.get(programmeId, 'ledger', messageId);
    if (entry === undefined) return refused('not-found');
    if (entry.value.state !== 'dead') return refused('not-retryable');
    const { id, kind, recipient, subject, createdAt, correlationId } = entry.value;
    const unit = new UnitOfWork(ports, programmeId, occasion, actor.directoryId)
      .remove('ledger', entry)
      .insert('queued', messageKey(occasion.now, id), {
        id,
        kind,
        recipient,
        subject,
        createdAt,
        notBefore: occasion.now,
        tries: 0,
        ambiguous: 0,
        correlationId,
      })
      .changed('message-retried');
    return (await unit.commit()) ? ok(undefined) : lostRace;
  });
}
