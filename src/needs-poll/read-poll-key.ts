import type { Ports } from '../domain/ports';
import type { SurveyKeys } from '../domain/survey-ports';
import type { Instant } from '../kernel/clock';
import { CodedError } from '../kernel/coded-error';

type KeyPorts = Ports<'secrets'> & SurveyKeys;

/**
 * The key of a needs poll, made where there is none: a key of its own, so that it can be destroyed at the close. Stored under the wrapping secret alone.
 * Throws `poll-key-missing` where it could not be kept, `poll-key-closed` where the wrapping secret is another one than that it was made under.
 */
export async function makePollKey(ports: KeyPorts, programmeId: string, poll: string, now: Instant): Promise<string> {
  const known = await knownPollKey(ports, programmeId, poll);
  if (known !== undefined) return known;
  const wrapped = ports.secrets.seal(ports.wrappingSecret(), ports.secrets.newKey(), labelOf(programmeId, poll));
  // Whoever comes second is refused, and reads the key of whoever came first.
  await ports.keys.commit(programmeId, [
    { op: 'insert', kind: 'poll-key', key: poll, value: { wrapped, createdAt: now } },
  ]);
  const made = await knownPollKey(ports, programmeId, poll);
  if (made === undefined) throw new CodedError('poll-key-missing', 'The key of a needs poll could not be kept');
  return made;
}

/** The same where there is one; undefined before its ballots are laid out, and once it is destroyed. Throws `poll-key-closed`. */
export async function knownPollKey(ports: KeyPorts, programmeId: string, poll: string): Promise<string | undefined> {
  const stored = await ports.keys.get(programmeId, 'poll-key', poll);
  if (stored === undefined) return undefined;
  const key = ports.secrets.open(ports.wrappingSecret(), stored.value.wrapped, labelOf(programmeId, poll));
  if (key === undefined) throw new CodedError('poll-key-closed', 'SURVEY_SECRET does not open the key of a needs poll');
  return key;
}

/** Takes it away for good: no ballot can be opened or found any more. False where another change came first. */
export async function destroyPollKey(ports: KeyPorts, programmeId: string, poll: string): Promise<boolean> {
  const stored = await ports.keys.get(programmeId, 'poll-key', poll);
  if (stored === undefined) return true;
  const gone = { op: 'delete', kind: 'poll-key', key: poll, etag: stored.etag } as const;
  return (await ports.keys.commit(programmeId, [gone])).ok;
}

function labelOf(programmeId: string, poll: string): string {
  return `poll-key|${programmeId}|${poll}`;
}
