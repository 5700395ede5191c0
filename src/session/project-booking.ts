import { readAll } from '../kernel/read-all';
import type { Write } from '../kernel/row-store';
import type { Ports } from '../domain/ports';
import type { PersonRows } from '../domain/rows';
import type { conflict } from '../domain/unit-of-work';
import type { Projection } from '../domain/projection';
import { commitPerson } from '../member/commit-person';

/** Brings the hours booked of a person up to date with one session. */
export async function projectBooking(
  ports: Ports<'programmes' | 'people'>,
  programmeId: string,
  follow: Extract<Projection, { type: 'booking' }>,
): Promise<true | typeof conflict> {
  const [participant, session] = await Promise.all([
    ports.programmes.get(programmeId, 'participant', follow.participantId),
    ports.programmes.get(programmeId, 'session', follow.sessionKey),
  ]);
  const directoryId = participant?.value.directoryId;
  if (directoryId === undefined) return true;
  const booked = session?.value.booked;
  const key = booked === undefined ? undefined : `${booked.start}|${programmeId}|${follow.sessionKey}`;
  const writes: Write<PersonRows>[] = [];
  let there = false;
  for await (const row of readAll(ports.people, directoryId, 'booked')) {
    if (row.value.programmeId !== programmeId || row.value.sessionKey !== follow.sessionKey) continue;
    if (row.key === key) there = true;
    else writes.push({ op: 'delete', kind: 'booked', key: row.key, etag: row.etag });
  }
  if (key !== undefined && !there && booked !== undefined) {
    writes.push({
      op: 'insert',
      kind: 'booked',
      key,
      value: { start: booked.start, end: booked.end, programmeId, sessionKey: follow.sessionKey },
    });
  }
  return commitPerson(ports, directoryId, writes);
}
