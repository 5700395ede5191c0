import type { Instant } from '../kernel/clock';
import type { Counts, CountedGroup, DiversityTally, Said } from '../domain/diversity';
import { isTold } from '../privacy/small-groups';

/**
 * The tally with what came or changed since, group by group and only where that is five answers or more: nobody can read one new answer
 * by looking before and after. A group from which somebody withdrew is counted anew without them, and takes nothing in for it.
 */
export function renewTally(before: DiversityTally, all: readonly Said[], now: Instant): DiversityTally {
  const own = new Map(Object.entries(before.groups));
  const said = new Map<string, Said[]>([...own.keys()].map((name) => [name, []]));
  const others: Said[] = [];
  for (const one of all) (said.get(one.group) ?? others).push(one);
  const groups = Object.fromEntries([...own].map(([name, group]) => [name, renewed(group, said.get(name) ?? [], now)]));
  if (!isTold(newIn(before.rest, others))) return { groups, rest: renewed(before.rest, others, now) };
  const found = new Map<string, Said[]>();
  for (const one of others) found.set(one.group, [...(found.get(one.group) ?? []), one]);
  const grown = [...found].filter(([name, answers]) => name !== '' && isTold(answers.length));
  const left = others.filter(({ group }) => !grown.some(([name]) => name === group));
  return {
    groups: {
      ...groups,
      ...Object.fromEntries(grown.map(([name, answers]) => [name, { until: now, counts: counted(answers) }])),
    },
    rest: { until: now, counts: counted(left) },
  };
}

function renewed(group: CountedGroup, said: readonly Said[], now: Instant): CountedGroup {
  if (isTold(newIn(group, said))) return { until: now, counts: counted(said) };
  if (group.counts !== undefined) return group;
  return { until: group.until, counts: counted(said.filter(({ at }) => at <= group.until)) };
}

function newIn({ until }: CountedGroup, said: readonly Said[]): number {
  return said.filter(({ at }) => at > until).length;
}

/** By the answers' own order: who said which first is not to be seen. */
function counted(said: readonly Said[]): Counts {
  const counts: Record<string, number> = {};
  for (const value of said.map((one) => one.value).sort()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
