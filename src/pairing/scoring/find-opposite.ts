import type { Edge } from '../assignment/assignment';
import type { PairingCase } from './prepare-pairing';

/** Finds, for an edge, that of the same two people the other way round; undefined where one of them takes one role only. */
export function findOpposite({ mentors, mentees }: PairingCase): (edge: Edge) => Edge | undefined {
  const rowOf = new Map(mentors.map((person, index) => [person.id, index]));
  const columnOf = new Map(mentees.map((person, index) => [person.id, index]));
  return ([row, column]) => {
    const backRow = rowOf.get(mentees[column]?.id ?? '');
    const backColumn = columnOf.get(mentors[row]?.id ?? '');
    return backRow === undefined || backColumn === undefined ? undefined : [backRow, backColumn];
  };
}
