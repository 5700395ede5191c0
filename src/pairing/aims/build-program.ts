import { usableCapacities, type Edge } from '../assignment/assignment';
import { weightIn } from './count-aimed-edges';
import { commonDivisor, type AimedChoice, type AimPricing } from './price-aims';
import type { Asked } from './search-bonuses';
import type { Program, ProgramRow } from './solve-program';

/** What a choice may miss of what is asked. */
export type Slack =
  /** Nothing; the total is the greatest. */
  | 'none'
  /** As little as can be; the total plays no part. */
  | 'least'
  /** So much at most, in the units of `missWorth`; the total is the greatest. */
  | number;

/** What one unit missed of each aim weighs, so that a pair missed weighs the same in every aim. */
export function missWorth(pricing: AimPricing, asked: Asked): readonly number[] {
  const wholes = asked.map(({ aim }) => pricing.aims[aim]?.whole ?? 1);
  const common = wholes.reduce((one, other) => (one * other) / commonDivisor(one, other), 1);
  return wholes.map((whole) => common / whole);
}

/**
 * As a programme: the greatest total of as many of the given edges as the problem allows, that does what is asked. `opposite` names
 * the edge of the same two people in the other direction: only one of both is chosen.
 */
export function buildProgram(
  pricing: AimPricing,
  asked: Asked,
  places: readonly number[],
  {
    slack,
    opposite,
    from,
  }: {
    readonly slack: Slack;
    readonly opposite?: ((edge: Edge) => Edge | undefined) | undefined;
    /** A choice of the given edges that does what is asked, to begin with. */
    readonly from?: AimedChoice | undefined;
  },
): Program {
  const { problem, aims, free } = pricing;
  const count = free.edges.length;
  const { rows, columns, score } = problem;
  const edges = places.map((place): Edge => [Math.floor(place / columns), place % columns]);
  const misses = slack === 'none' ? [] : asked;
  const worth = missWorth(pricing, misses);
  const missed = misses.map((_, index) => edges.length + index);
  const isLeast = slack === 'least';
  const every = edges.map((_, index) => index);
  const programRows: ProgramRow[] = [
    ...placeRows(edges, 0, usableCapacities(problem.rowCapacity, rows, columns)),
    ...placeRows(edges, 1, usableCapacities(problem.columnCapacity, columns, rows)),
    rowOf(every, 1, count, count),
    ...asked.map(({ aim, least }, index): ProgramRow => {
      const { set, sign } = aims[aim] as (typeof aims)[number];
      const weighed = every
        .map((column) => [column, sign * weightIn(set, ...(edges[column] as Edge))] as const)
        .filter(([, factor]) => factor !== 0);
      if (slack !== 'none') weighed.push([missed[index] as number, 1]);
      return {
        lower: least,
        upper: Infinity,
        columns: weighed.map(([column]) => column),
        factors: weighed.map(([, factor]) => factor),
      };
    }),
  ];
  if (typeof slack === 'number') programRows.push({ lower: -Infinity, upper: slack, columns: missed, factors: worth });
  if (opposite !== undefined) programRows.push(...oppositeRows(edges, places, columns, opposite));
  return {
    columns: {
      gain: [
        ...places.map((place) => (isLeast ? 0 : (score[place] as number))),
        ...worth.map((one) => (isLeast ? -one : 0)),
      ],
      lower: [...edges, ...missed].map(() => 0),
      upper: [...edges.map(() => 1), ...missed.map(() => Infinity)],
      whole: [...edges.map(() => true), ...missed.map(() => false)],
    },
    rows: programRows,
    ...(from === undefined ? {} : { start: startOf(places, columns, from) }),
  };
}

/** No row, or no column, of the problem has more edges than places. */
function placeRows(edges: readonly Edge[], side: 0 | 1, places: Int32Array): readonly ProgramRow[] {
  const members = Array.from(places, (): number[] => []);
  edges.forEach((edge, index) => members[edge[side]]?.push(index));
  return members.flatMap((columns, line) => {
    const most = places[line] as number;
    return columns.length > most ? [rowOf(columns, 1, -Infinity, most)] : [];
  });
}

function oppositeRows(
  edges: readonly Edge[],
  places: readonly number[],
  columns: number,
  opposite: (edge: Edge) => Edge | undefined,
): readonly ProgramRow[] {
  const indexOf = new Map(places.map((place, index) => [place, index]));
  return edges.flatMap((edge, index) => {
    const other = opposite(edge);
    const back = other === undefined ? undefined : indexOf.get(other[0] * columns + other[1]);
    return back === undefined || back <= index ? [] : [rowOf([index, back], 1, -Infinity, 1)];
  });
}

function rowOf(columns: readonly number[], factor: number, lower: number, upper: number): ProgramRow {
  return { lower, upper, columns, factors: columns.map(() => factor) };
}

function startOf(places: readonly number[], columns: number, { edges }: AimedChoice): readonly number[] {
  const chosen = new Set(edges.map(([row, column]) => row * columns + column));
  return places.map((place) => Number(chosen.has(place)));
}
