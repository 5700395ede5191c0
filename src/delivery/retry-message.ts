import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { listedKeys, type MessageKind, type QueuedMessage } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { mayHelp, queueAgain, queuedAgain } from './queue-again';

/** What the floor above knows of messages: what each kind declares, and whether one would still be sent today. */
export interface SentMessages {
  readonly declared: Readonly<Record<MessageKind, Pick<MessageDeclaration, 'listing'>>>;
  readonly stillTrue: (message: QueuedMessage) => Promise<boolean>;
}

/**
 * Queues a message again that did not arrive, or may not have, while what it says still holds; it keeps its id, so that it is counted once.
 * Only of the kinds that HR reads one by one: of others the answer would tell whether somebody has answered (`retryUnreached`).
 */
export async function retryMessage(
  ports: Ports<Saving>,
  programmeId: string,
  messageId: string,
  { declared, stillTrue }: SentMessages,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<undefined, 'not-found' | 'not-retryable'>> {
  return retryOnConflict(async () => {
    const entry = await ports.programmes.get(programmeId, 'ledger', messageId);
    if (entry === undefined || !isListed(declared, entry.value.kind)) return refused('not-found');
    if (!mayHelp(entry.value) || !(await stillTrue(queuedAgain(entry.value, context.now))))
      return refused('not-retryable');
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId);
    queueAgain(unit, entry, context.now);
    const listed = await Promise.all(
      listedKeys(entry.value).map((key) => ports.programmes.get(programmeId, 'listed', key)),
    );
    for (const row of listed) if (row !== undefined) unit.remove('listed', row);
    unit.recordChange('message-retried', { counts: { [`messages.${entry.value.state}`]: -1 } });
    return (await unit.commit()) ? ok(undefined) : conflict;
  });
}

function isListed(declared: SentMessages['declared'], kind: MessageKind): boolean {
  return Object.hasOwn(declared, kind) && declared[kind].listing.hrSees === 'rows';
}
