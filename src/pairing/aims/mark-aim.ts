import { foldText } from '../../kernel/fold-text';
import type { PersonProfile } from '../../domain/participant';
import {
  pairParts,
  partsThatDiffer,
  type Fifths,
  type ProgrammeComposition,
  type SideComposition,
} from '../scoring/compose-groups';
import type { PairingAim, MixedBy } from '../../domain/pairing-contract';
import { edgesAcross, edgesOf, countAimedEdges, type EdgeSet } from './count-aimed-edges';
import { isInDepartment } from './match-department';
import type { PairingCase } from '../scoring/prepare-pairing';
import type { Aim } from './solve-with-aim';

/** An aim of the policy as the edges it counts; pairs that are kept count too. */
export function markAim(
  { mentors, mentees, composition }: PairingCase,
  aim: PairingAim,
  kept: readonly (readonly [mentor: number, mentee: number])[],
): Aim {
  const edges =
    aim.kind === 'mixed'
      ? edgesMixed(mentors, mentees, composition[aim.by])
      : aim.kind === 'across'
        ? edgesAcross(...groupsOf(mentors, mentees, (person) => person[aim.by]))
        : edgesOf(
            aim.side === 'mentor' ? 'rows' : 'columns',
            (aim.side === 'mentor' ? mentors : mentees).map((person) => isInDepartment(person, aim.department)),
            (aim.side === 'mentor' ? mentees : mentors).length,
          );
  const inside = countAimedEdges(kept, edges);
  return {
    edges,
    ...(aim.kind === 'mixed' ? { whole: pairParts } : {}),
    beside: { edges: kept.length, inside },
    wanted: aim.kind === 'at-most' ? { atMost: aim.pairs } : { atLeastShare: aim.percent * 100 },
  };
}

/** Pairs count with the chance that two people of their groups differ: of a person nothing is known but the function. */
function edgesMixed(
  mentors: readonly PersonProfile[],
  mentees: readonly PersonProfile[],
  composition: ProgrammeComposition[MixedBy],
): EdgeSet {
  if (composition === undefined || composition === 'not-enabled')
    return edgesOf(
      'rows',
      mentors.map(() => false),
      mentees.length,
    );
  const numbered = ({ groups, rest }: SideComposition, people: readonly PersonProfile[]) => {
    const names = Object.keys(groups).sort();
    return {
      mixes: [rest, ...names.map((name) => groups[name] as Fifths)],
      groups: people.map((person) => names.indexOf(foldText(person.function ?? '')) + 1),
    };
  };
  const rows = numbered(composition.mentor, mentors);
  const columns = numbered(composition.mentee, mentees);
  return {
    rowGroups: rows.groups,
    columnGroups: columns.groups,
    weights: rows.mixes.map((one) => columns.mixes.map((other) => partsThatDiffer(one, other))),
  };
}

/** Groups by the same words however they are written; -1 where none is known. */
function groupsOf(
  mentors: readonly PersonProfile[],
  mentees: readonly PersonProfile[],
  wordsOf: (person: PersonProfile) => string | undefined,
): [number[], number[]] {
  const numbers = new Map<string, number>();
  const groupOf = (person: PersonProfile): number => {
    const words = foldText(wordsOf(person) ?? '');
    if (words === '') return -1;
    const known = numbers.get(words) ?? numbers.size;
    numbers.set(words, known);
    return known;
  };
  return [mentors.map(groupOf), mentees.map(groupOf)];
}
