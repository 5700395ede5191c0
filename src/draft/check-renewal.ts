import { findPolicy } from '../pair/find-policy';
import { readChain } from './read-chain';
import type { PersonProfile } from '../domain/participant';
import { evaluatePair } from '../pairing/scoring/evaluate-pair';
import { preparePairing } from '../pairing/scoring/prepare-pairing';
import type { Ports } from '../domain/ports';
import type { Pair } from '../domain/proposal';

/**
 * The topics of two people who want to go on together, or undefined where a rule forbids it now. Every rule counts but four: the
 * distance of levels and the floor, since both have worked it out, and that they were asked and a pair before, since they ask themselves.
 */
export async function checkRenewal(
  ports: Ports<'programmes'>,
  programmeId: string,
  pair: Pair,
  mentor: PersonProfile,
  mentee: PersonProfile,
): Promise<readonly string[] | undefined> {
  const proposal = await ports.programmes.get(programmeId, 'proposal', pair.proposalId);
  const [policy, ...chains] = await Promise.all([
    findPolicy(ports, programmeId, proposal?.value.draftId),
    readChain(ports, programmeId, mentor.id),
    readChain(ports, programmeId, mentee.id),
  ]);
  const people = [
    { ...mentor, role: 'mentor' as const, capacity: 1 },
    { ...mentee, role: 'mentee' as const, capacity: 1 },
  ];
  const pairing = preparePairing(people, {
    policy: { ...policy, minLevelsAbove: lowestDistance, minScore: 0 },
    seed: 0,
    reportingLines: new Map(chains.flat()),
  });
  const result = evaluatePair(pairing, mentor.id, mentee.id);
  if (!result.allowed) return undefined;
  return result.pair.topics.length > 0 ? result.pair.topics : pair.topics;
}

/** Levels go from 1 to 10. */
const lowestDistance = -9;
