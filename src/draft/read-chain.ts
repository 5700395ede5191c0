import { fewAtOnce } from '../kernel/few-at-once';
import { mostManagersAbove } from '../domain/participant-rules';
import type { Ports } from '../domain/ports';

/** Person and manager, all the way up. Two point reads for each. */
export async function readChain(
  ports: Ports<'programmes'>,
  programmeId: string,
  personId: string,
): Promise<readonly (readonly [string, string])[]> {
  return [...(await readLines(ports, programmeId, [personId], new Map()))];
}

/**
 * Manager by person for these and everybody above them, level by level; who is above several is read once. `own`: managers that these have
 * said themselves, undefined for who has said none. Two point reads for each of whom that is not known, few at once.
 */
export async function readLines(
  ports: Ports<'programmes'>,
  programmeId: string,
  ids: readonly string[],
  own: ReadonlyMap<string, string | undefined>,
): Promise<ReadonlyMap<string, string>> {
  const lines = new Map<string, string>();
  const seen = new Set<string>();
  let level = ids;
  for (let depth = 0; depth < mostManagersAbove && level.length > 0; depth++) {
    for (const id of level) seen.add(id);
    const found = await fewAtOnce(level, async (id) => [id, await managerOf(ports, programmeId, id, own)] as const);
    for (const [id, managerId] of found) if (managerId !== undefined) lines.set(id, managerId);
    level = [...new Set(found.flatMap(([, managerId]) => managerId ?? []))].filter((id) => !seen.has(id));
  }
  return lines;
}

/** What somebody of the programme says comes before what a file says of who is outside it. */
async function managerOf(
  ports: Ports<'programmes'>,
  programmeId: string,
  id: string,
  own: ReadonlyMap<string, string | undefined>,
): Promise<string | undefined> {
  const said = own.has(id)
    ? own.get(id)
    : (await ports.programmes.get(programmeId, 'participant', id))?.value.profile.managerId;
  return said ?? (await ports.programmes.get(programmeId, 'line', id))?.value.managerId;
}
