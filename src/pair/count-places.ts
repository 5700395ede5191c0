import type { Participant } from '../domain/participant';
import type { Ports } from '../domain/ports';
import type { Side } from '../domain/proposal';

/** Places a person still has on one side. The capacity counts for each side of a person who is both. Point reads, at most two per pair. */
export async function placesLeft(
  ports: Ports<'programmes'>,
  programmeId: string,
  person: Participant,
  side: Side,
): Promise<number> {
  const personPairs = await ports.programmes.get(programmeId, 'person-pairs', person.id);
  const taken = personPairs?.value.pairIds ?? [];
  const { capacity, role } = person.profile;
  if (role !== 'both') return capacity - taken.length;
  const pairs = await Promise.all(taken.map((id) => ports.programmes.get(programmeId, 'pair', id)));
  return (
    capacity -
    pairs.filter((pair) => (side === 'mentor' ? pair?.value.mentorId : pair?.value.menteeId) === person.id).length
  );
}
