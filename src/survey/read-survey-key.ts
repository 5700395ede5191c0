import type { Ports } from '../domain/ports';
import type { SurveyKeys } from '../domain/survey-ports';
import type { Instant } from '../kernel/clock';
import { CodedError } from '../kernel/coded-error';

type KeyPorts = Ports<'secrets'> & SurveyKeys;

/**
 * The key of a programme's survey answers, made where there is none: it makes their pseudonyms and opens them. Stored under the wrapping secret alone.
 * Throws `survey-key-missing` where it could not be kept, `survey-key-closed` where the wrapping secret is another one than that it was made under.
 */
export async function surveyKey(ports: KeyPorts, programmeId: string, now: Instant): Promise<string> {
  const known = await knownSurveyKey(ports, programmeId);
  if (known !== undefined) return known;
  const wrapped = ports.secrets.seal(ports.wrappingSecret(), ports.secrets.newKey(), labelOf(programmeId));
  // Whoever comes second is refused, and reads the key of whoever came first.
  await ports.keys.commit(programmeId, [
    { op: 'insert', kind: 'key', key: 'survey', value: { wrapped, createdAt: now } },
  ]);
  const made = await knownSurveyKey(ports, programmeId);
  if (made === undefined)
    throw new CodedError('survey-key-missing', 'The survey key of the programme could not be kept');
  return made;
}

/** The same where there is one; undefined before the first answer, and once the key is destroyed. Throws `survey-key-closed`. */
export async function knownSurveyKey(ports: KeyPorts, programmeId: string): Promise<string | undefined> {
  const stored = await ports.keys.get(programmeId, 'key', 'survey');
  if (stored === undefined) return undefined;
  const key = ports.secrets.open(ports.wrappingSecret(), stored.value.wrapped, labelOf(programmeId));
  if (key === undefined)
    throw new CodedError('survey-key-closed', 'SURVEY_SECRET does not open the survey key of the programme');
  return key;
}

/** A key that was copied to another programme does not open there. */
function labelOf(programmeId: string): string {
  return `survey-key|${programmeId}`;
}
