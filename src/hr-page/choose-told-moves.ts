import { moveGroups, type MoveGroup, type MovePeriod, type MoveTotals, type SideTotals } from '../domain/moves';

/** One figure: who left, or who moved, of a group by a period. */
export interface MoveChoice {
  readonly months: MovePeriod;
  readonly group: MoveGroup;
  readonly what: 'left' | 'moved';
}

type Cell = `${MovePeriod}|${MoveGroup}`;

/** Sums whose difference is a group of people: between the periods, all but those under thirty, and how these changed. */
const contrasts: readonly (readonly (readonly [sign: 1 | -1, cell: Cell])[])[] = [
  ...(['6|all', '12|all', '6|underThirty', '12|underThirty'] as const).map((cell) => [[1, cell]] as const),
  ...(['all', 'underThirty'] as const).map(
    (group) =>
      [
        [1, `12|${group}`],
        [-1, `6|${group}`],
      ] as const,
  ),
  ...([6, 12] as const).map(
    (months) =>
      [
        [1, `${months}|all`],
        [-1, `${months}|underThirty`],
      ] as const,
  ),
  [
    [1, '12|all'],
    [-1, '12|underThirty'],
    [-1, '6|all'],
    [1, '6|underThirty'],
  ],
];

/**
 * Which figures may be told together, the most wanted first: everybody before those under thirty, the earlier period before the later one. No count of people who
 * left, moved or did neither that is told, or follows from what is told, is of one to `fewest` less one, on either side; that nobody did may be told. What is
 * not told has no number and no cause.
 */
export function chooseToldMoves(totals: readonly MoveTotals[], fewest: number): readonly MoveChoice[] {
  const wanted = moveGroups.flatMap((group) =>
    totals
      .toSorted((a, b) => a.months - b.months)
      .filter((one) => one[group] !== undefined)
      .flatMap(({ months }) => (['left', 'moved'] as const).map((what) => ({ months, group, what }))),
  );
  return wanted.reduce<readonly MoveChoice[]>((told, one) => {
    const together = [...told, one];
    return (['participants', 'waiting'] as const).every((side) => tellsOfNoFew(totals, together, side, fewest))
      ? together
      : told;
  }, []);
}

function tellsOfNoFew(
  totals: readonly MoveTotals[],
  told: readonly MoveChoice[],
  side: 'participants' | 'waiting',
  fewest: number,
): boolean {
  const known = new Map<string, number>();
  for (const { months, group, what } of told) {
    const counts = totals.find((one) => one.months === months)?.[group]?.[side];
    if (counts === undefined) continue;
    const isBoth = told.some((one) => one.months === months && one.group === group && one.what !== what);
    for (const [name, value] of countsKnown(counts, what, isBoth)) known.set(`${months}|${group}|${name}`, value);
  }
  return ['people', 'left', 'not-left', 'moved', 'not-moved', 'neither'].every((name) =>
    contrasts.every((contrast) => {
      const values = contrast.map(([sign, cell]) => sign * (known.get(`${cell}|${name}`) ?? Number.NaN));
      const sum = Math.abs(values.reduce((total, value) => total + value, 0));
      return Number.isNaN(sum) || sum === 0 || sum >= fewest;
    }),
  );
}

function countsKnown(
  { people, left, moved }: SideTotals,
  what: MoveChoice['what'],
  isBoth: boolean,
): readonly (readonly [string, number])[] {
  return [
    ['people', people],
    what === 'left' ? ['left', left] : ['moved', moved],
    what === 'left' ? ['not-left', people - left] : ['not-moved', people - moved],
    ...(isBoth ? [['neither', people - left - moved] as const] : []),
  ];
}
