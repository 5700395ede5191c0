import { readWhole } from '../kernel/read-all';
import type { Participant } from '../domain/participant';
import type { Ports } from '../domain/ports';
import type { FormerIds } from '../domain/former-pair';

/** Persons' partitions that are read at once. */
const atOnce = 16;

/**
 * Former pairs, in whichever programme, among people of one programme, by their ids in it. Both rows of a pair say the same, so only the
 * smaller side is read. For long work: one range for each person of it; throws `rows-unreadable` rather than overlook a pair.
 */
export async function findFormerPairs(
  ports: Ports<'people'>,
  people: readonly Participant[],
): Promise<readonly FormerIds[]> {
  const idOf = new Map(
    people.flatMap(({ id, directoryId }) => (directoryId === undefined ? [] : [[directoryId, id] as const])),
  );
  const linked = people.filter(({ directoryId }) => directoryId !== undefined);
  const mentors = linked.filter(({ profile }) => profile.role !== 'mentee');
  const mentees = linked.filter(({ profile }) => profile.role !== 'mentor');
  const read = mentors.length <= mentees.length ? mentors : mentees;
  const found: FormerIds[] = [];
  for (let start = 0; start < read.length; start += atOnce) {
    const some = read.slice(start, start + atOnce);
    found.push(...(await Promise.all(some.map((person) => formerOf(ports, person, idOf)))).flat());
  }
  return found;
}

async function formerOf(
  ports: Ports<'people'>,
  { id, directoryId = '' }: Participant,
  idOf: ReadonlyMap<string, string>,
): Promise<readonly FormerIds[]> {
  const found: FormerIds[] = [];
  for await (const { key, value } of readWhole(ports.people, directoryId, 'former')) {
    const other = idOf.get(key);
    if (other !== undefined) found.push([id, other, value.endedAt]);
  }
  return found;
}
