import { nextContactTimeFor } from '../calendar/next-contact-time';
import { messageKey, type QueuedMessage } from '../domain/message';
import { corrected, type Participant, type PersonProfile } from '../domain/participant';
import type { Ports, UseCaseContext } from '../domain/ports';
import { readAll } from '../kernel/read-all';

/**
 * Gives each message that waits for somebody whose zone or country a file changes a decent hour of where they are now: the first from now on where it waited for
 * the first since it was written, else the first from its own moment on. To be done before their new profile is written: who is done again is found moved already.
 */
export async function moveWaiting(
  ports: Ports<'programmes' | 'holidayFrom'>,
  programmeId: string,
  known: readonly Participant[],
  people: readonly PersonProfile[],
  { now }: UseCaseContext,
): Promise<void> {
  const before = new Map(known.map(({ id, profile }) => [id, profile]));
  // What somebody said of themselves wins over the file.
  const said = new Map(known.map(({ id, corrections = {} }) => [id, corrections]));
  const after = people.map((person) => corrected(person, said.get(person.id) ?? {}));
  const moved = new Map(
    after.filter((person) => isElsewhere(before.get(person.id), person)).map((one) => [one.id, one]),
  );
  if (moved.size === 0) return;
  // What may go already is on its way.
  for await (const row of readAll(ports.programmes, programmeId, 'queued', { from: `${now}|\uffff` })) {
    const { recipient, claim } = row.value;
    const [from, to] = recipient.to === 'participant' ? [before.get(recipient.id), moved.get(recipient.id)] : [];
    if (from === undefined || to === undefined || claim !== undefined) continue;
    const notBefore = hourAt(ports, row.value, from, to, now);
    if (notBefore === row.value.notBefore) continue;
    const value: QueuedMessage = { ...row.value, notBefore };
    // Where it has been taken meanwhile it goes as it was.
    await ports.programmes.commit(programmeId, [
      { op: 'delete', kind: 'queued', key: row.key, etag: row.etag },
      { op: 'insert', kind: 'queued', key: messageKey(notBefore, value.id), value },
    ]);
  }
}

function isElsewhere(before: PersonProfile | undefined, after: PersonProfile): boolean {
  return before !== undefined && (before.timeZone !== after.timeZone || before.country !== after.country);
}

function hourAt(
  ports: Ports<'holidayFrom'>,
  { createdAt, notBefore }: QueuedMessage,
  from: PersonProfile,
  to: PersonProfile,
  now: string,
): string {
  const isFirst = notBefore === nextContactTimeFor(ports, { profile: from }, createdAt);
  return nextContactTimeFor(ports, { profile: to }, isFirst ? now : notBefore);
}
