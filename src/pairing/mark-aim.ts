import { foldText } from '../participant/fold-text';
import type { PersonProfile } from '../participant/model';
import type { PairingAim } from './contract';
import { cellsAcross, cellsOf, countAimedCells } from './count-aimed-cells';
import type { PairingCase } from './prepare-pairing';
import type { Aim } from './solve-with-aim';

/** An aim of the policy as the cells it counts; pairs that are kept count too. */
export function markAim(
  { mentors, mentees }: PairingCase,
  aim: PairingAim,
  kept: readonly (readonly [mentor: number, mentee: number])[],
): Aim {
  const cells =
    aim.kind === 'across'
      ? cellsAcross(...groupsOf(mentors, mentees, (person) => person[aim.by]))
      : cellsOf(
          aim.side === 'mentor' ? 'rows' : 'columns',
          (aim.side === 'mentor' ? mentors : mentees).map(
            (person) => foldText(person.department ?? '') === foldText(aim.department),
          ),
          (aim.side === 'mentor' ? mentees : mentors).length,
        );
  const inside = countAimedCells(kept, cells);
  return {
    cells,
    beside: { cells: kept.length, inside },
    wanted: aim.kind === 'across' ? { atLeastShare: aim.percent * 100 } : { atMost: aim.pairs },
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
