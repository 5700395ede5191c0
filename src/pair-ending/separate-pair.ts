import { plusDays, plusMilliseconds } from '../kernel/clock';
import { withPrefix } from '../kernel/read-all';
import type { UseCaseContext, Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import { proposeDaysAhead } from '../pair/form-pair';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import { delegateOf } from '../pair/delegate-of';
import { endPair } from '../pair/finish-pair';
import type { PairPeople } from '../pair/load-pair';
import { sessionKey, type Session } from '../domain/session';
import { isAhead } from '../domain/session-rules';
import { monthWindows } from '../calendar/month-window';
import { releaseHours } from '../session/take-hours';
import { dueKey, type WorkToSchedule } from '../domain/due-work';

const mostSessions = 10;
const hour = 3_600_000;

/**
 * Adds the end of a running pair to the transaction: its state, both places, the hours still ahead with their calendar entries, and
 * the due work of its months. An hour that is over keeps its row and what was said of it.
 */
export async function separatePair(
  ports: Ports<'programmes' | 'holidayFrom'>,
  unit: UnitOfWork,
  people: PairPeople,
  context: UseCaseContext,
): Promise<void> {
  const { pair } = people;
  const page = await ports.programmes.range(unit.programmeId, 'session', {
    ...withPrefix(`${pair.key}|`),
    limit: mostSessions,
  });
  const open = page.rows.filter(({ value }) => isAhead(value, context.now));
  for (const session of open) {
    unit.remove('session', session);
    if (session.value.state !== 'booked') continue;
    await releaseHours(ports, unit, session.value);
    for (const participantId of [session.value.mentorId, session.value.menteeId])
      unit.project({ type: 'booking', participantId, sessionKey: session.key });
    await tellDelegate(ports, unit, people, session.value.booked?.start, context);
    unit.recordChange('session-cancelled', { counts: { 'sessions.booked': -1, 'sessions.ahead': -1 } });
  }
  const { startedAt, timeZone, months } = pair.value;
  const dues = monthWindows(startedAt, timeZone, months).flatMap((window, index) => {
    const ref = sessionKey(pair.key, index + 1);
    return [
      { kind: 'session-propose', at: plusDays(window.start, -proposeDaysAhead), ref, occurrence: '' },
      { kind: 'session-close', at: window.end, ref, occurrence: 'month' },
    ] as const;
  });
  await removeDues(ports, unit, [...dues, ...open.flatMap(({ value }) => duesOf(value))]);
  await endPair(ports, unit, pair, context);
}

/** The mentee's assistant hears of the hour alone. */
async function tellDelegate(
  ports: Ports<'programmes' | 'holidayFrom'>,
  unit: UnitOfWork,
  people: PairPeople,
  calledOff: string | undefined,
  context: UseCaseContext,
): Promise<void> {
  const delegate = await delegateOf(ports, unit.programmeId, people.mentee.key);
  if (delegate === undefined || calledOff === undefined) return;
  unit.queueMessage({
    kind: 'hour-off',
    recipient: { to: 'contact', id: delegate.id },
    subject: { pairId: people.pair.key, calledOff },
    notBefore: nextContactTimeFor(ports, delegate, context.now),
    expiresAt: calledOff,
  });
}

function duesOf(session: Session): readonly WorkToSchedule[] {
  const ref = sessionKey(session.pairId, session.number);
  const occurrence = String(session.slotRound);
  const last = session.slots.at(-1);
  return [
    ...(last === undefined
      ? []
      : [{ kind: 'slots-stale', at: plusMilliseconds(last.start, -hour), ref, occurrence } as const]),
    ...(session.booked === undefined
      ? []
      : [{ kind: 'session-over', at: session.booked.end, ref, occurrence } as const]),
  ];
}

async function removeDues(
  ports: Ports<'programmes'>,
  unit: UnitOfWork,
  dues: readonly WorkToSchedule[],
): Promise<void> {
  const rows = await Promise.all(dues.map((due) => ports.programmes.get(unit.programmeId, 'due', dueKey(due))));
  for (const row of rows) if (row !== undefined) unit.remove('due', row);
}
