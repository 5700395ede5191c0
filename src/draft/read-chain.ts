import type { Ports } from '../programme/ports';

/** Nobody sits deeper in an organisation than this many managers. */
const deepest = 30;

/** Person and manager, all the way up. Two point reads for each. */
export async function readChain(
  ports: Ports,
  programmeId: string,
  personId: string,
): Promise<readonly (readonly [string, string])[]> {
  const chain: (readonly [string, string])[] = [];
  const seen = new Set<string>();
  let id = personId;
  while (chain.length < deepest && !seen.has(id)) {
    seen.add(id);
    const [participant, line] = await Promise.all([
      ports.programmes.get(programmeId, 'participant', id),
      ports.programmes.get(programmeId, 'line', id),
    ]);
    const managerId = participant?.value.profile.managerId ?? line?.value.managerId;
    if (managerId === undefined) break;
    chain.push([id, managerId]);
    id = managerId;
  }
  return chain;
}
