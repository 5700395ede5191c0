import type { Participant } from '../domain/participant';
import type { Ports } from '../domain/ports';
import { statusKey } from '../domain/survey';
import { readAll, readWhole, withPrefix } from '../kernel/read-all';
import { thresholdsOf } from '../privacy/small-groups';

/**
 * Who is in and never had a pair, of each side of which so many are that the programme would tell of their answers: nobody is asked for what could never be told. Reads
 * everybody, for background work alone.
 */
export async function* peopleWhoWait(ports: Ports<'programmes'>, programmeId: string): AsyncGenerator<string> {
  const withPair = await peopleWithPair(ports, programmeId);
  yield* sidesOfEnough(ports, programmeId, (id) => !withPair.has(id));
}

/** Of those who were asked the baseline while they waited, who still waits at the end: without a start there is nothing to compare. Likewise. */
export async function* peopleWhoWaited(ports: Ports<'programmes'>, programmeId: string): AsyncGenerator<string> {
  const [waited, withPair] = await Promise.all([
    peopleAskedWaiting(ports, programmeId),
    peopleWithPair(ports, programmeId),
  ]);
  yield* sidesOfEnough(ports, programmeId, (id) => waited.has(id) && !withPair.has(id));
}

/** Who was asked the baseline while they waited, whatever came after. */
export async function peopleAskedWaiting(
  ports: Ports<'programmes'>,
  programmeId: string,
): Promise<ReadonlySet<string>> {
  const waited = new Set<string>();
  for await (const { value } of readAll(ports.programmes, programmeId, 'status', withPrefix(statusKey('baseline', ''))))
    if (value.waiting === true) waited.add(value.participantId);
  return waited;
}

/** Ended pairs count: whoever was in one has had hours. */
async function peopleWithPair(ports: Ports<'programmes'>, programmeId: string): Promise<ReadonlySet<string>> {
  const people = new Set<string>();
  for await (const { value } of readWhole(ports.programmes, programmeId, 'pair'))
    people.add(value.mentorId).add(value.menteeId);
  return people;
}

async function* sidesOfEnough(
  ports: Ports<'programmes'>,
  programmeId: string,
  isWanted: (id: string) => boolean,
): AsyncGenerator<string> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  const { scores } = thresholdsOf(programme?.value.plan ?? {});
  const bySide = { mentor: new Array<string>(), mentee: new Array<string>() };
  for await (const { key, value } of readWhole(ports.programmes, programmeId, 'participant'))
    if (value.state === 'enrolled' && isWanted(key)) bySide[sideWithoutPair(value)].push(key);
  for (const ids of Object.values(bySide)) if (ids.length >= scores) yield* ids;
}

/** The side from which somebody answers who never had a pair: their role, and whoever offers both answers as a mentor. */
export function sideWithoutPair({ profile: { role } }: Pick<Participant, 'profile'>): 'mentor' | 'mentee' {
  return role === 'mentee' ? 'mentee' : 'mentor';
}
