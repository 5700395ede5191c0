import type { Stored } from '../kernel/row-store';
import type { Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import type { PairPeople } from '../pair/load-pair';
import { dueKey, type WorkToSchedule } from '../domain/due-work';
import type { PairEnding } from '../domain/pair-ending';
import { nextWorkingMorning } from '../domain/pair-ending-rules';

/** Adds the row and the hours at which the two hear to the transaction. */
export function startPairEnding(unit: UnitOfWork, ending: PairEnding): void {
  unit.insert('pair-ending', ending.pairId, ending);
  for (const due of tellingDues(ending)) unit.schedule(due);
}

/** Takes the row and its hours away again, so that nothing is left of it. */
export async function dropPairEnding(
  ports: Ports<'programmes'>,
  unit: UnitOfWork,
  ending: Stored<PairEnding>,
): Promise<void> {
  unit.remove('pair-ending', ending);
  const rows = await Promise.all(
    tellingDues(ending.value).map((due) => ports.programmes.get(unit.programmeId, 'due', dueKey(due))),
  );
  for (const row of rows) if (row !== undefined) unit.remove('due', row);
}

function tellingDues({ pairId, tellAt }: PairEnding): readonly WorkToSchedule[] {
  return [...new Set([tellAt.mentor, tellAt.mentee])].map((at) => ({
    kind: 'pair-ending',
    at,
    ref: pairId,
    occurrence: '',
  }));
}

/** When each of the two would hear of an end that is decided at `now`. */
export function tellingMoments(
  ports: Ports<'holidayFrom'>,
  people: Pick<PairPeople, 'mentor' | 'mentee'>,
  now: string,
): PairEnding['tellAt'] {
  return {
    mentor: nextWorkingMorning(ports, people.mentor.value, now),
    mentee: nextWorkingMorning(ports, people.mentee.value, now),
  };
}
