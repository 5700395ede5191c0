import { monthWindow } from '../calendar/month-window';
import { movePeriods, type MoveTotals, type SideTotals } from '../domain/moves';
import type { Ports } from '../domain/ports';
import type { Programme } from '../domain/programme';
import { programmeCounts } from '../domain/programme-counts';
import { compareShares } from '../insight/statistics/compare-shares';
import { measureShare } from '../insight/statistics/measure-share';
import type { Instant } from '../kernel/clock';
import { ok, refused, type Result } from '../kernel/result';
import { thresholdsOf } from '../privacy/small-groups';
import { chooseToldMoves } from './choose-told-moves';
import { findShutGroups } from './find-shut-groups';
import type { MoveFigure, MovesPage } from './moves-api-contract';
import type { ProgressReader } from './read-progress';
import { tellsOfAllPairs } from './sponsor-page';

/** Who left and who moved, as HR typed it and as it may be told; to the sponsor nothing of people under thirty, since groups are HR's. Two point reads and the two rows. */
export async function readMoves(
  ports: Ports<'programmes'>,
  programmeId: string,
  { reader, now }: { readonly reader: ProgressReader; readonly now: Instant },
): Promise<Result<MovesPage, 'not-found'>> {
  const [programme, head, rows] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.get(programmeId, 'board', 'head'),
    ports.programmes.range(programmeId, 'moves', { limit: movePeriods.length }),
  ]);
  if (programme === undefined) return refused('not-found');
  const totals = rows.rows.map(({ value }) => value);
  // How many people were in pairs tells of the pairs that ended, which the sponsor's page hides where they are few.
  const isTold = reader === 'administrator' || tellsOfAllPairs(programmeCounts(head?.value).pairs);
  return ok({
    periods: movePeriods.flatMap((months) => {
      const at = movesDueAt(programme.value, months);
      if (at === undefined) return [];
      const typed = totals.find((one) => one.months === months);
      return [
        {
          months,
          at,
          isDue: at <= now,
          ...(reader === 'administrator'
            ? { version: String(typed?.revision ?? 0), shut: [...findShutGroups(totals, months)] }
            : {}),
          ...(reader === 'administrator' && typed !== undefined ? { typed: typedOf(typed) } : {}),
        },
      ];
    }),
    told: isTold
      ? tellMoves(totals, thresholdsOf(programme.value.plan).scores).filter(
          ({ group }) => reader === 'administrator' || group === 'all',
        )
      : [],
  });
}

/** When so many months have passed since month 1 began; undefined before it is known. */
export function movesDueAt({ beginsAt, plan }: Programme, months: number): Instant | undefined {
  return beginsAt === undefined ? undefined : monthWindow(beginsAt, plan.timeZone, months).end;
}

function typedOf({ all, underThirty }: MoveTotals): NonNullable<MovesPage['periods'][number]['typed']> {
  return {
    all: { participants: { ...all.participants }, waiting: { ...all.waiting } },
    ...(underThirty === undefined
      ? {}
      : { underThirty: { participants: { ...underThirty.participants }, waiting: { ...underThirty.waiting } } }),
  };
}

function tellMoves(totals: readonly MoveTotals[], fewest: number): readonly MoveFigure[] {
  return chooseToldMoves(totals, fewest).flatMap(({ months, group, what }) => {
    const of = totals.find((one) => one.months === months)?.[group];
    if (of === undefined) return [];
    const [participants, waiting] = [shareOf(of.participants, what), shareOf(of.waiting, what)];
    const difference = compareShares(participants, waiting);
    if (difference.hidden) return [];
    const { difference: value, low, high } = difference;
    return [{ months, group, what, participants, waiting, difference: { value, low, high } }];
  });
}

function shareOf(totals: SideTotals, what: 'left' | 'moved'): MoveFigure['participants'] {
  const [k, n] = [totals[what], totals.people];
  const share = measureShare(k, n, 0);
  return share.hidden
    ? { k, n, share: k / n, low: 0, high: 1 }
    : { k, n, share: share.share, low: share.low, high: share.high };
}
