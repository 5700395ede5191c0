import type { PersonProfile } from '../../domain/participant';
import { ruleWords, whyMissing } from '../scoring/evaluate-pair';
import type { RefusalCode, RefusedLock } from '../../domain/pairing';
import type { PairIds } from '../../domain/draft';
import { preparePairing, type PairingCase, type PairingOptions } from '../scoring/prepare-pairing';
import { forbiddenBy } from '../scoring/rules';

export interface LockedPairs {
  /** Indexes of mentor and mentee of the pairs that are kept. */
  readonly kept: readonly (readonly [mentor: number, mentee: number])[];
  readonly refused: readonly RefusedLock[];
}

/**
 * Sorts the pairs HR wants to keep into those that are kept and those that a rule forbids; places are given in the order of ids, so
 * that the order of the list decides nothing. HR decided knowingly: that a pair was formed before does not count; one that was proposed
 * before is asked no second time.
 */
export function lockPairs(
  people: readonly PersonProfile[],
  pairing: PairingCase,
  options: PairingOptions & { readonly locked?: readonly PairIds[] },
): LockedPairs {
  const { locked = [], formerPairs: _former, ...rest } = options;
  if (locked.length === 0) return { kept: [], refused: [] };
  const free = preparePairing(people, rest);
  const rowOf = new Map(free.mentors.map((person, index) => [person.id, index]));
  const columnOf = new Map(free.mentees.map((person, index) => [person.id, index]));
  const taken = { mentor: new Map<number, number>(), mentee: new Map<number, number>() };
  const seen = new Set<string>();
  const kept: (readonly [number, number])[] = [];
  const refused: RefusedLock[] = [];
  const ordered = [...locked].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  for (const [mentorId, menteeId] of ordered) {
    const [row, column] = [rowOf.get(mentorId), columnOf.get(menteeId)];
    if (seen.has(JSON.stringify([mentorId, menteeId]))) continue;
    seen.add(JSON.stringify([mentorId, menteeId]));
    let code: RefusalCode | undefined;
    if (row === undefined || column === undefined) code = whyMissing(free, [mentorId, menteeId]);
    else if (isFull(pairing, taken, row, column)) code = 'capacity';
    else code = seen.has(JSON.stringify([menteeId, mentorId])) ? 'same-person' : forbiddenBy(free, row, column);
    if (code !== undefined || row === undefined || column === undefined) {
      refused.push({ mentorId, menteeId, ...ruleWords(code ?? 'unavailable') });
      continue;
    }
    taken.mentor.set(row, (taken.mentor.get(row) ?? 0) + 1);
    taken.mentee.set(column, (taken.mentee.get(column) ?? 0) + 1);
    kept.push([row, column]);
  }
  return { kept, refused };
}

function isFull(
  { mentors, mentees }: PairingCase,
  taken: { readonly mentor: ReadonlyMap<number, number>; readonly mentee: ReadonlyMap<number, number> },
  row: number,
  column: number,
): boolean {
  return (
    (taken.mentor.get(row) ?? 0) >= (mentors[row]?.capacity ?? 0) ||
    (taken.mentee.get(column) ?? 0) >= (mentees[column]?.capacity ?? 0)
  );
}
