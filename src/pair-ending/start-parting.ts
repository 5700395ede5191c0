import type { Stored } from '../kernel/row-store';
import type { Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import type { PairPeople } from '../pair/load-pair';
import { dueKey, type DueWork } from '../domain/work';
import type { Parting } from '../domain/pair-ending';
import { nextWorkingMorning } from '../domain/pair-ending-rules';

/** Adds the row and the hours at which the two hear to the transaction. */
export function startParting(unit: UnitOfWork, parting: Parting): void {
  unit.insert('parting', parting.pairId, parting);
  for (const due of tellingDues(parting)) unit.dueAt(due);
}

/** Takes the row and its hours away again, so that nothing is left of it. */
export async function dropParting(ports: Ports, unit: UnitOfWork, parting: Stored<Parting>): Promise<void> {
  unit.remove('parting', parting);
  const rows = await Promise.all(
    tellingDues(parting.value).map((due) => ports.programmes.get(unit.programmeId, 'due', dueKey(due))),
  );
  for (const row of rows) if (row !== undefined) unit.remove('due', row);
}

function tellingDues({ pairId, tellAt }: Parting): readonly DueWork[] {
  return [...new Set([tellAt.mentor, tellAt.mentee])].map((at) => ({ kind: 'pair-part', at, ref: pairId, mark: '' }));
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
