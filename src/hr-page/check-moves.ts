import { moveGroups, type GroupTotals, type MovePeriod, type MoveTotals, type SideTotals } from '../domain/moves';
import type { MovesBody } from './moves-api-contract';

/** The fewest people of a side: of fewer a share of who left says nothing but chance, and tells of people. */
export const fewestOfSide = 20;
/** More people than any company has. */
const most = 1_000_000;

export interface MoveFault {
  /** `all.waiting.left` */
  readonly path: string;
  readonly fault:
    | 'not-whole'
    | 'too-few'
    | 'more-than-people'
    | 'more-than-all'
    | 'other-people'
    | 'fewer-than-before'
    | 'more-than-after'
    | 'unfit-other';
}

const sides = ['participants', 'waiting'] as const satisfies readonly (keyof GroupTotals)[];
const fields = ['people', 'left', 'moved'] as const satisfies readonly (keyof SideTotals)[];

/**
 * Everything that does not fit in typed totals, all at once; nothing where they may be kept. `other` is the other period, where it has been typed: both are of the
 * people at the start, nobody comes back, and who had moved by the earlier one has moved or left by the later one.
 */
export function checkMoves(
  body: MovesBody,
  months: MovePeriod,
  other: Pick<MoveTotals, 'months' | 'all' | 'underThirty'> | undefined,
): readonly MoveFault[] {
  return moveGroups.flatMap((group) =>
    sides.flatMap((side): readonly MoveFault[] => {
      const totals = body[group]?.[side];
      if (totals === undefined) return [];
      const at = `${group}.${side}`;
      const odd = fields.filter((field) => !isCount(totals[field]));
      if (odd.length > 0) return odd.map((field) => ({ path: `${at}.${field}`, fault: 'not-whole' }));
      const all = body.all[side];
      const beyond =
        group === 'all'
          ? []
          : [
              ...fields.filter((field) => totals[field] > all[field]),
              ...(stayed(totals) > stayed(all) ? ['people'] : []),
            ];
      const there = other?.[group]?.[side];
      return [
        ...(totals.people < fewestOfSide ? [{ path: `${at}.people`, fault: 'too-few' } as const] : []),
        ...(stayed(totals) < 0 ? [{ path: `${at}.left`, fault: 'more-than-people' } as const] : []),
        ...[...new Set(beyond)].map((field) => ({ path: `${at}.${field}`, fault: 'more-than-all' }) as const),
        ...(other === undefined || there === undefined
          ? []
          : againstOther(totals, there, months < other.months).map(({ field, fault }) => ({
              path: `${at}.${field}`,
              fault,
            }))),
      ];
    }),
  );
}

function againstOther(
  totals: SideTotals,
  other: SideTotals,
  isEarlier: boolean,
): readonly { readonly field: keyof SideTotals; readonly fault: MoveFault['fault'] }[] {
  if (totals.people !== other.people) return [{ field: 'people', fault: 'other-people' }];
  const [before, after] = isEarlier ? [totals, other] : [other, totals];
  const fault = isEarlier ? 'more-than-after' : 'fewer-than-before';
  return [
    ...(after.left < before.left ? [{ field: 'left', fault } as const] : []),
    ...(stayed(after) > stayed(before) ? [{ field: 'moved', fault } as const] : []),
  ];
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}

function stayed({ people, left, moved }: SideTotals): number {
  return people - left - moved;
}
