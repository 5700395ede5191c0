import type { Participant } from '../domain/participant';
import type { Ports } from '../domain/ports';
import type { SurveyRound } from '../domain/survey';

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

/** The side they answer from: in a pulse theirs in that pair, else by their role, and for both sides that of their first pair. */
export async function sideIn(
  ports: Ports<'programmes'>,
  programmeId: string,
  me: Participant,
  pairId: string | undefined,
): Promise<'mentor' | 'mentee'> {
  const { role } = me.profile;
  if (pairId === undefined && role !== 'both') return role;
  const personPairs = pairId === undefined ? await ports.programmes.get(programmeId, 'person-pairs', me.id) : undefined;
  const id = pairId ?? personPairs?.value.formerPairIds?.[0] ?? personPairs?.value.pairIds[0];
  const pair = id === undefined ? undefined : await ports.programmes.get(programmeId, 'pair', id);
  return pair?.value.menteeId === me.id ? 'mentee' : 'mentor';
}
