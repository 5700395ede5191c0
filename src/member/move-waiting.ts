import { nextContactTimeFor, type Somewhere } from '../calendar/next-contact-time';
import { messageKey, recipientKey, type PersonalRecipient, type QueuedMessage } from '../domain/message';
import type { Ports, UseCaseContext } from '../domain/ports';
import { readAll } from '../kernel/read-all';

/** Somebody who is written to, where they were and where they are about to be. */
export interface Move {
  readonly recipient: PersonalRecipient;
  readonly from: Somewhere;
  readonly to: Somewhere;
}

/**
 * Gives each message that waits for somebody whose zone or country changes a decent hour of where they are now: the first from now on where it waited for
 * the first since it was written, else the first from its own moment on. Done twice it changes nothing more; an import does it before the new rows are written, so that one that begins again still knows who moves.
 */
export async function moveWaiting(
  ports: Ports<'programmes' | 'holidayFrom'>,
  programmeId: string,
  moves: readonly Move[],
  { now }: UseCaseContext,
): Promise<void> {
  const moved = new Map(moves.filter(isElsewhere).map((move) => [recipientKey(move.recipient), move]));
  if (moved.size === 0) return;
  // What may go already is on its way.
  for await (const row of readAll(ports.programmes, programmeId, 'queued', { from: `${now}|\uffff` })) {
    const { recipient, claim } = row.value;
    const move = recipient.to === 'channel' ? undefined : moved.get(recipientKey(recipient));
    if (move === undefined || claim !== undefined) continue;
    const notBefore = hourAt(ports, row.value, move, now);
    if (notBefore === row.value.notBefore) continue;
    const value: QueuedMessage = { ...row.value, notBefore };
    // Where it has been taken meanwhile it goes as it was.
    await ports.programmes.commit(programmeId, [
      { op: 'delete', kind: 'queued', key: row.key, etag: row.etag },
      { op: 'insert', kind: 'queued', key: messageKey(notBefore, value.id), value },
    ]);
  }
}

function isElsewhere({ from, to }: Move): boolean {
  const [before, after] = [from, to].map((one): { timeZone: string; country?: string | undefined } =>
    'profile' in one ? one.profile : one,
  );
  return before?.timeZone !== after?.timeZone || before?.country !== after?.country;
}

function hourAt(
  ports: Ports<'holidayFrom'>,
  { createdAt, notBefore }: QueuedMessage,
  { from, to }: Move,
  now: string,
): string {
  const isFirst = notBefore === nextContactTimeFor(ports, from, createdAt);
  return nextContactTimeFor(ports, to, isFirst ? now : notBefore);
}
