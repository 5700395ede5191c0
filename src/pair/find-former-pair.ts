import type { Participant } from '../domain/participant';
import type { Ports } from '../domain/ports';
import type { FormerIds } from '../domain/former-pair';

/** The former pair of two people, in whichever programme and direction, by their ids in this one. Two point reads: what follows may be with one of the two only. */
export async function findFormerPair(
  ports: Ports<'people'>,
  one: Participant,
  other: Participant,
): Promise<FormerIds | undefined> {
  if (one.directoryId === undefined || other.directoryId === undefined) return undefined;
  const [mine, theirs] = await Promise.all([
    ports.people.get(one.directoryId, 'former', other.directoryId),
    ports.people.get(other.directoryId, 'former', one.directoryId),
  ]);
  const ends = [mine, theirs].flatMap((row) => (row === undefined ? [] : [row.value.endedAt])).sort();
  const last = ends.at(-1);
  return last === undefined ? undefined : [one.id, other.id, last];
}
