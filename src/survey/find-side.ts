import type { Participant } from '../domain/participant';
import type { Ports } from '../domain/ports';
import type { SurveyRound } from '../domain/survey';
import { loadPairsOf } from './load-pairs-of';

/** The side whose questions they are asked. Nothing is read where both are asked the same. */
export async function askedSide(
  ports: Ports<'programmes'>,
  programmeId: string,
  { own }: SurveyRound,
  me: Participant,
): Promise<'mentor' | 'mentee'> {
  const isAlike = own?.questions.every(({ who }) => who === 'both') ?? true;
  return isAlike ? 'mentor' : sideIn(ports, programmeId, me, undefined);
}

/** The side they answer from: in a pulse theirs in that pair, else by their role, and for both sides that of the pair that began first, at the start and at the end alike. */
export async function sideIn(
  ports: Ports<'programmes'>,
  programmeId: string,
  me: Participant,
  pairId: string | undefined,
): Promise<'mentor' | 'mentee'> {
  const { role } = me.profile;
  if (pairId === undefined && role !== 'both') return role;
  const pair =
    pairId === undefined
      ? (await loadPairsOf(ports, programmeId, me.id))[0]
      : (await ports.programmes.get(programmeId, 'pair', pairId))?.value;
  return pair?.menteeId === me.id ? 'mentee' : 'mentor';
}
