import type { Participant } from '../domain/participant';
import type { Ports } from '../domain/ports';
import { knownNames, type KnownNames } from '../privacy/known-names';
import { loadPairsOf } from './load-pairs-of';

/** The names of those with whom somebody is or was in a pair, whom they know. */
export async function loadPartnerNames(
  ports: Ports<'programmes'>,
  programmeId: string,
  { id }: Participant,
): Promise<KnownNames> {
  const pairs = await loadPairsOf(ports, programmeId, id);
  const partners = await Promise.all(
    pairs.map(({ mentorId, menteeId }) =>
      ports.programmes.get(programmeId, 'participant', mentorId === id ? menteeId : mentorId),
    ),
  );
  return knownNames(partners.flatMap((partner) => (partner === undefined ? [] : [partner.value.profile.name])));
}
