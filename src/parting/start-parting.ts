import type { Ports } from '../programme/ports';
import type { UnitOfWork } from '../programme/unit-of-work';
import type { PairPeople } from '../session/load-pair';
import type { Parting } from './model';
import { nextWorkingMorning } from './rules';

/** Adds the row and the hours at which the two hear to the transaction. */
export function startParting(unit: UnitOfWork, parting: Parting): void {
  unit.insert('parting', parting.pairId, parting);
  for (const at of new Set([parting.tellAt.mentor, parting.tellAt.mentee]))
    unit.dueAt({ kind: 'pair-part', at, ref: parting.pairId, mark: '' });
}

/** When each of the two would hear of an end that is decided at `now`. */
export function tellingMoments(
  ports: Pick<Ports, 'isHoliday'>,
  people: Pick<PairPeople, 'mentor' | 'mentee'>,
  now: string,
): Parting['tellAt'] {
  return {
    mentor: nextWorkingMorning(ports, people.mentor.value, now),
    mentee: nextWorkingMorning(ports, people.mentee.value, now),
  };
}
