import { plusMilliseconds, type Instant } from '../kernel/clock';
import { readAll } from '../kernel/read-all';
import type { Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import { sessionKey, type Session, type Slot } from '../domain/session';

/** Milliseconds; hours begin on a multiple of it (`findSlots`), so that two that overlap share at least one half. */
const half = 1_800_000;

/**
 * Adds to the transaction that both people are in a session then. A row is inserted for each half hour, so that of two pairs that
 * book one person at the same instant the second conflicts, before the person's own partition knows of the first.
 */
export function takeHours(unit: UnitOfWork, session: Session, slot: Slot): void {
  const value = { sessionKey: sessionKey(session.pairId, session.number) };
  for (const key of keysOf(session, slot)) unit.insert('taken', key, value);
}

/** Gives back what the session had taken of both people's time; nothing where it is booked no more. */
export async function releaseHours(ports: Ports<'programmes'>, unit: UnitOfWork, session: Session): Promise<void> {
  if (session.booked === undefined) return;
  const keys = keysOf(session, session.booked);
  const rows = await Promise.all(keys.map((key) => ports.programmes.get(unit.programmeId, 'taken', key)));
  for (const row of rows) {
    if (row?.value.sessionKey === sessionKey(session.pairId, session.number)) unit.remove('taken', row);
  }
}

/** Half hours of a participant that sessions of this programme have taken, from `from` up to `to`. */
export async function takenHours(
  ports: Ports<'programmes'>,
  programmeId: string,
  participantId: string,
  from: Instant,
  to: Instant,
): Promise<readonly Slot[]> {
  const taken: Slot[] = [];
  const range = { from: takenKey(participantId, from), to: takenKey(participantId, to) };
  for await (const { key } of readAll(ports.programmes, programmeId, 'taken', range)) {
    const start = key.slice(key.lastIndexOf('|') + 1);
    taken.push({ start, end: plusMilliseconds(start, half) });
  }
  return taken;
}

function keysOf(session: Session, slot: Slot): readonly string[] {
  const halves: Instant[] = [];
  for (let at = Math.floor(Date.parse(slot.start) / half) * half; at < Date.parse(slot.end); at += half)
    halves.push(new Date(at).toISOString());
  return [session.mentorId, session.menteeId].flatMap((id) => halves.map((at) => takenKey(id, at)));
}

function takenKey(participantId: string, at: Instant): string {
  return `${participantId}|${at}`;
}
