import { ok, refused, type Result } from '../kernel/result';
import { readAll } from '../kernel/read-all';
import { recipientKey, type LedgerEntry, type PersonalRecipient, type QueuedMessage } from '../domain/message';
import type { Actor, Ports, Saving, UseCaseContext } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { CodedError } from '../kernel/coded-error';
import { findRecipient } from './find-recipient';

/** Every message of one person: those that wait, the next to go first, and those that ended, the newest first. */
export interface MessagesOfPerson {
  readonly waiting: readonly QueuedMessage[];
  readonly ended: readonly LedgerEntry[];
}

/**
 * All messages of one person with what became of them, which tells of their answers: for an operator alone, who says why. Kept in the audit
 * before anything is read. Long work over everything that was sent; never for a request.
 */
export async function readMessagesOf(
  ports: Ports<Saving | 'people'>,
  programmeId: string,
  recipient: PersonalRecipient,
  operator: { readonly name: string; readonly why: string },
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<MessagesOfPerson, 'not-found'>> {
  if ((await findRecipient(ports, programmeId, recipient)) === undefined) return refused('not-found');
  const kept = await new UnitOfWork(ports, programmeId, context, actor.directoryId)
    .recordAudit('messages-read', recipient.id, operator)
    .commit();
  if (!kept) throw new CodedError('duplicate-audit', 'A new identifier was not new');
  const isTheirs = (message: Pick<LedgerEntry, 'recipient'>): boolean =>
    recipientKey(message.recipient) === recipientKey(recipient);
  const waiting: QueuedMessage[] = [];
  for await (const { value } of readAll(ports.programmes, programmeId, 'queued'))
    if (isTheirs(value)) waiting.push(value);
  const ended: LedgerEntry[] = [];
  for await (const { value } of readAll(ports.programmes, programmeId, 'ledger'))
    if (isTheirs(value)) ended.push(value);
  return ok({ waiting, ended: ended.sort((one, other) => (one.at < other.at ? 1 : -1)) });
}
