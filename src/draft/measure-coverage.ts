import { foldText } from '../kernel/fold-text';
import { isStated, type PersonProfile } from '../domain/participant';
import type { CoverageDimension, CoverageGroup, PairIds } from '../domain/draft';
import { isTold } from '../privacy/small-groups';

const mostGroups = 80;
const dimensions: Readonly<Record<CoverageDimension, (person: PersonProfile) => readonly (string | undefined)[]>> = {
  site: (person) => [person.site],
  function: (person) => [person.function],
  country: (person) => [person.country],
  language: (person) => (isStated(person, 'languages') ? person.languages : []),
};

/**
 * How many volunteers of each group have a partner, on each side, rarest first; groups of fewer than five people are left out, and
 * the 80 least covered are kept. Confidential attributes are no dimension.
 */
export function measureCoverage(people: readonly PersonProfile[], pairs: readonly PairIds[]): readonly CoverageGroup[] {
  const placed = {
    mentor: new Set(pairs.map(([mentor]) => mentor)),
    mentee: new Set(pairs.map(([, mentee]) => mentee)),
  };
  const groups = new Map<string, CoverageGroup>();
  for (const person of people) {
    for (const side of sidesOf(person)) {
      for (const by of Object.keys(dimensions) as CoverageDimension[]) {
        for (const group of dimensions[by](person)) {
          if (group === undefined || group === '') continue;
          const key = `${side}|${by}|${foldText(group)}`;
          const there = groups.get(key) ?? { by, group, side, volunteers: 0, placed: 0 };
          groups.set(key, {
            ...there,
            volunteers: there.volunteers + 1,
            placed: there.placed + (placed[side].has(person.id) ? 1 : 0),
          });
        }
      }
    }
  }
  return [...groups.values()]
    .filter((group) => isTold(group.volunteers))
    .sort((a, b) => a.placed / a.volunteers - b.placed / b.volunteers || b.volunteers - a.volunteers)
    .slice(0, mostGroups);
}

function sidesOf(person: PersonProfile): readonly ('mentor' | 'mentee')[] {
  return person.role === 'both' ? ['mentor', 'mentee'] : [person.role];
}
