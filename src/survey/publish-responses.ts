import type { Ports, Saving, UseCaseContext } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { toldFloor } from '../privacy/small-groups';

/**
 * Lets HR and the sponsor read how many answered a round at least. At night and at its close only: a number that moved with each answer would tell
 * when somebody answered. Returns false when another change came first.
 */
export async function publishResponses(
  ports: Ports<Saving>,
  programmeId: string,
  roundId: string,
  context: UseCaseContext,
): Promise<boolean> {
  const [round, head] = await Promise.all([
    ports.programmes.get(programmeId, 'survey-round', roundId),
    ports.programmes.get(programmeId, 'board', 'head'),
  ]);
  if (round === undefined) return true;
  const told = toldFloor(round.value.told, head?.value.counts[`responses.${roundId}.answered`] ?? 0);
  if (told === undefined || told === round.value.told) return true;
  return new UnitOfWork(ports, programmeId, context, 'system')
    .replace('survey-round', round, { ...round.value, told, revision: round.value.revision + 1 })
    .commit();
}
