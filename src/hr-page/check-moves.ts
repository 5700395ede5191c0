import { moveGroups, type GroupTotals, type SideTotals } from '../domain/moves';
import type { MovesBody } from './moves-api-contract';

/** The fewest people of a side: of fewer a share of who left says nothing but chance, and tells of people. */
export const fewestOfSide = 20;
/** More people than any company has. */
const most = 1_000_000;

export interface MoveFault {
  /** `all.waiting.left` */
  readonly path: string;
  readonly fault: 'not-whole' | 'too-few' | 'more-than-people' | 'more-than-all';
}

const sides = ['participants', 'waiting'] as const satisfies readonly (keyof GroupTotals)[];
const fields = ['people', 'left', 'moved'] as const satisfies readonly (keyof SideTotals)[];

/** Everything that does not fit in typed totals, all at once; nothing where they may be kept. */
export function checkMoves(body: MovesBody): readonly MoveFault[] {
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
      return [
        ...(totals.people < fewestOfSide ? [{ path: `${at}.people`, fault: 'too-few' } as const] : []),
        ...(stayed(totals) < 0 ? [{ path: `${at}.left`, fault: 'more-than-people' } as const] : []),
        ...[...new Set(beyond)].map((field) => ({ path: `${at}.${field}`, fault: 'more-than-all' }) as const),
      ];
    }),
  );
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}

function stayed({ people, left, moved }: SideTotals): number {
  return people - left - moved;
}
