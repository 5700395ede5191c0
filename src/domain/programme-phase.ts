import type { Instant } from '../kernel/clock';
import { localDay } from '../calendar/local-day';
import { monthWindow } from '../calendar/month-window';
import type { Programme } from './programme';
import type { ProgrammeCounts } from './programme-counts';

/**
 * Where a programme stands, for its headline. setting-up: enrolment is shut. enrolling: invitations are out, no proposal. proposing: no pair
 * runs, proposals are out. searching: neither. starting: pairs are there before month 1. under-way: in its months. last-pairs: its months are
 * over, pairs go on. finishing: no pair runs any more. closed: over.
 */
export const programmePhases = [
  'setting-up',
  'enrolling',
  'proposing',
  'searching',
  'starting',
  'under-way',
  'last-pairs',
  'finishing',
  'paused',
  'closed',
] as const;
export type ProgrammePhase = (typeof programmePhases)[number];

/** The phase at `now`, in programme time. */
export function programmePhase(
  programme: Programme,
  { pairs, proposals }: ProgrammeCounts,
  now: Instant,
): ProgrammePhase {
  switch (programme.state) {
    case 'setup':
      return 'setting-up';
    case 'enrolling':
    case 'paused':
    case 'closed':
      return programme.state;
    case 'running': {
      if (pairs.active === 0) {
        if (proposals.open > 0) return 'proposing';
        return pairs.finished > 0 || programmeMonth(programme, now) === 'after' ? 'finishing' : 'searching';
      }
      const month = programmeMonth(programme, now);
      if (month === 'before') return 'starting';
      return month === 'after' ? 'last-pairs' : 'under-way';
    }
  }
}

/** Whether the planned first day has passed and nothing has begun: the programme then begins when its first pairs are published. */
export function hasStartPassed({ state, beginsAt, plan }: Programme, now: Instant): boolean {
  return state !== 'closed' && beginsAt === undefined && plan.startsOn < localDay(now, plan.timeZone);
}

/** The month of the programme that `now` is in, from 1; `before` its first, `after` its last. */
export function programmeMonth(
  { beginsAt, plan }: Pick<Programme, 'beginsAt' | 'plan'>,
  now: Instant,
): number | 'before' | 'after' {
  if (beginsAt === undefined || now < beginsAt) return 'before';
  const numbers = Array.from({ length: plan.months }, (_none, index) => index + 1);
  return numbers.find((number) => now < monthWindow(beginsAt, plan.timeZone, number).end) ?? 'after';
}
