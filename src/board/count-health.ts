import { plusDays, type Instant } from '../kernel/clock';
import type { BoardHead, BoardRow, HealthMoves, MonthStep, PairHealth } from '../domain/board';
import { pairHealth, quietDays } from './health';

type HealthByDay = BoardHead['healthByDay'];
type Health = Readonly<Record<PairHealth, number>>;

/** Before every day: as text it comes first. */
const beforeAll = '';

/** The day (UTC) of an instant. */
export function dayOf(now: Instant): string {
  return now.slice(0, 10);
}

/** How a pair is doing on a day: as the day begins, so that a month ends when its last day is over, and what is read stays so all day. */
export function healthOn(row: BoardRow, day: string): PairHealth {
  return pairHealth(row, startOf(day));
}

/** The months of a pair on a day: one that is over and of which nothing came is not to come any more. */
export function monthsOn({ months, windowEnds, state }: BoardRow, day: string): MonthStep[] {
  const isOver = (index: number): boolean => state === 'active' && (windowEnds[index] ?? '') <= startOf(day);
  return months.map((step, index) => (step === 'none' && isOver(index) ? 'missed' : step));
}

/** The pairs in each situation on a day. */
export function healthCounts(moves: HealthByDay, day: string): Health {
  const counts: Record<PairHealth, number> = {
    'needs-a-time': 0,
    quiet: 0,
    'on-hold': 0,
    'on-track': 0,
    finished: 0,
    ended: 0,
  };
  for (const [from, moved] of Object.entries(moves)) {
    if (from > day) continue;
    for (const [health, by] of Object.entries(moved) as [PairHealth, number][]) counts[health] += by;
  }
  return counts;
}

/** How many pairs there are. */
export function countPairs(moves: HealthByDay): number {
  return Object.values(healthCounts(moves, beforeAll)).reduce((sum, count) => sum + count, 0);
}

/** The moves once some rows are no longer so and others have come. Their bytes follow from the rows alone, not from what came first. */
export function moveHealth(
  before: HealthByDay,
  { gone, come }: { readonly gone: readonly BoardRow[]; readonly come: readonly BoardRow[] },
): HealthByDay {
  const after = new Map(Object.entries(before).map(([day, moved]) => [day, new Map(Object.entries(moved))]));
  const move = (day: string, health: PairHealth, by: number): void => {
    const moved = after.get(day) ?? new Map<string, number>();
    after.set(day, moved.set(health, (moved.get(health) ?? 0) + by));
  };
  for (const [rows, by] of [
    [gone, -1],
    [come, 1],
  ] as const)
    for (const row of rows)
      for (const { day, to, from } of healthSteps(row)) {
        move(day, to, by);
        if (from !== undefined) move(day, from, -by);
      }
  const days = [...after].map(([day, moved]) => [day, [...moved].filter(([, by]) => by !== 0).sort(byName)] as const);
  return Object.fromEntries(
    days
      .filter(([, moved]) => moved.length > 0)
      .sort(byName)
      .map(([day, moved]) => [day, Object.fromEntries(moved) as HealthMoves]),
  );
}

interface HealthStep {
  readonly day: string;
  readonly to: PairHealth;
  readonly from?: PairHealth;
}

/** What time alone makes of a row: how it begins, and each day on which that changes. */
function healthSteps(row: BoardRow): readonly HealthStep[] {
  const days = row.windowEnds.flatMap((end) => [firstDayFrom(plusDays(end, -quietDays)), firstDayFrom(end)]);
  let last = pairHealth(row, beforeAll);
  const steps: HealthStep[] = [{ day: beforeAll, to: last }];
  for (const day of [...new Set(days)].sort()) {
    const health = healthOn(row, day);
    if (health !== last) steps.push({ day, to: health, from: last });
    last = health;
  }
  return steps;
}

/** The first day that begins at the instant or after it. */
function firstDayFrom(at: Instant): string {
  const day = dayOf(at);
  return startOf(day) >= at ? day : dayOf(plusDays(at, 1));
}

/** The first instant of a day (UTC). */
export function startOf(day: string): Instant {
  return `${day}T00:00:00.000Z`;
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
