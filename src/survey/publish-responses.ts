import type { Ports, Saving, UseCaseContext } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { readAll, withPrefix } from '../kernel/read-all';
import { toldFloor } from '../privacy/small-groups';

/**
 * Lets HR and the sponsor read how many answered a round at least, by the statuses that the night has sealed: a number that moved with each answer would tell
 * when somebody answered. Returns false when another change came first.
 */
export async function publishResponses(
  ports: Ports<Saving>,
  programmeId: string,
  roundId: string,
  context: UseCaseContext,
): Promise<boolean> {
  const round = await ports.programmes.get(programmeId, 'survey-round', roundId);
  if (round === undefined) return true;
  let answered = 0;
  for await (const { value } of readAll(ports.programmes, programmeId, 'status', withPrefix(`${roundId}|`)))
    if (value.state === 'answered') answered++;
  const told = toldFloor(round.value.told, answered);
  if (told === undefined || told === round.value.told) return true;
  return new UnitOfWork(ports, programmeId, context, 'system')
    .replace('survey-round', round, { ...round.value, told, revision: round.value.revision + 1 })
    .commit();
}
