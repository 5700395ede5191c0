/* Rounds that take turns, so that a slow minute of the machine falls on both sides; medians; one shape of result. */
import { performance } from 'node:perf_hooks';

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Milliseconds that `work` takes. */
export async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Milliseconds of the processor that `work` takes, all threads of this process together: a busy machine lengthens them far less. */
export async function timedOnProcessor(work) {
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/**
 * Median cost of each side: `sides` are functions that return what one round cost. One round before is not counted, and
 * every other round runs them in the opposite order.
 */
export async function medians(sides, rounds) {
  const names = Object.keys(sides);
  const costs = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const cost = await sides[name](round);
      if (round >= 0) costs[name].push(cost);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(costs[name])]));
}

/** A line of the report. Costs: less is better, and `ratio` is how many times the other's cost ours is. */
export function compared(name, { ours, otherCost, other, unit, limit }) {
  const ratio = round(ours / otherCost);
  return {
    case: name,
    ours: round(ours),
    other,
    otherFigure: round(otherCost),
    unit,
    ratio,
    limit,
    within: ratio <= limit,
  };
}

/** The same work for `count` pieces, so many at a time. */
export async function inParallel(count, atOnce, work) {
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(atOnce, count) }, async () => {
      while (next < count) await work(next++);
    }),
  );
}

function round(value) {
  return Number(value.toPrecision(4));
}
