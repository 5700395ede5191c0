import type { Ports } from '../domain/ports';
import type { SurveyKeys } from '../domain/survey-ports';
import { ownerOf } from './pseudonym';
import { knownSurveyKey } from './read-survey-key';

/** The key of a participant under which their answers of all rounds are joined, for work in memory; undefined where there is no survey key (any more). */
export async function loadPersonKeys(
  ports: Ports<'secrets'> & SurveyKeys,
  programmeId: string,
): Promise<((participantId: string) => string) | undefined> {
  const key = await knownSurveyKey(ports, programmeId);
  return key === undefined ? undefined : (participantId) => ownerOf(ports, key, participantId, undefined).person;
}
