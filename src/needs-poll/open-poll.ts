import { nextContactTimeFor } from '../calendar/next-contact-time';
import { nextNight } from '../calendar/next-night';
import type { DueWork } from '../domain/due-work';
import { fewestAsked, type NeedsPoll } from '../domain/needs-poll';
import type { Participant } from '../domain/participant';
import type { Ports, Saving, UseCaseContext } from '../domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import { conflict, retryOnConflict, UnitOfWork } from '../domain/unit-of-work';
import { readAll } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { splitEvenly } from '../survey/split-evenly';
import { listAsked, listInvited, listPolled } from './list-asked';
import { makePollKey } from './read-poll-key';
import { isWrittenToBefore } from './rules';
import { ballotPartition, ballotPseudonym, blankBallot, sealBallot } from './seal-ballot';

type OpeningPorts = Ports<Saving | 'tenants' | 'secrets' | 'holidayFrom'> & SurveyAnswers & SurveyKeys;

/** Ballots of one transaction: well below what Azure takes. */
const mostAtOnce = 50;

/**
 * Lays out a blank ballot for everybody who is asked, in the order of their pseudonyms, and queues their cards. Interrupted, it goes on where it was: a ballot that is there stays as it is.
 * Whoever another poll holds by now, or would not be written to before the close, is left out; where fewer than twenty remain before anybody is asked, the poll ends with
 * nobody asked.
 */
export async function openNeedsPoll(
  ports: OpeningPorts,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const poll = await ports.programmes.get(programmeId, 'needs-poll', due.value.ref);
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  if (poll?.value.state !== 'opening' || programme === undefined || context.now >= poll.value.closesAt)
    return unit.commit();
  const asked = new Set((await listInvited(ports, programmeId, poll.key)).map(({ participantId }) => participantId));
  const people = await listLeft(ports, programmeId, poll.value, asked, context);
  if (asked.size === 0 && people.length < fewestAsked)
    // What an earlier try has laid out goes at the close.
    return unit
      .replace('needs-poll', poll, { ...poll.value, state: 'closed', invited: 0 })
      .recordAudit('needs-poll-closed', poll.key)
      .commit();
  if (!(await layOut(ports, programmeId, poll.value, people, context))) return false;
  for (const person of people) await retryOnConflict(() => ask(ports, programmeId, poll.value, person, context));
  const invited = await listInvited(ports, programmeId, poll.key);
  return unit
    .replace('needs-poll', poll, { ...poll.value, state: 'open', invited: invited.length })
    .schedule({
      kind: 'needs-poll-night',
      at: nextNight(context.now, programme.value.plan.timeZone),
      ref: poll.key,
      occurrence: '',
    })
    .commit();
}

/** Whom it is put to: those who were asked by an earlier try, and whoever can still be. */
async function listLeft(
  ports: OpeningPorts,
  programmeId: string,
  { id, population, closesAt }: NeedsPoll,
  asked: ReadonlySet<string>,
  { now }: UseCaseContext,
): Promise<readonly Participant[]> {
  const people = await listAsked(ports, programmeId, population);
  const held = await listPolled(ports, { programmeId, poll: id });
  return people.filter(
    (person) =>
      asked.has(person.id) || (!held.has(person.directoryId ?? '') && isWrittenToBefore(ports, person, closesAt, now)),
  );
}

async function layOut(
  ports: OpeningPorts,
  programmeId: string,
  poll: NeedsPoll,
  people: readonly Participant[],
  { now }: UseCaseContext,
): Promise<boolean> {
  const key = await makePollKey(ports, programmeId, poll.id, now);
  const partition = ballotPartition(programmeId, poll.id);
  const there = new Set<string>();
  for await (const row of readAll(ports.answers, partition, 'ballot')) there.add(row.key);
  const missing = people
    .map(({ id }) => ballotPseudonym(ports, key, poll.id, id))
    .filter((pseudonym) => !there.has(pseudonym))
    .toSorted();
  for (const some of splitEvenly(missing, mostAtOnce)) {
    const rows = some.map((pseudonym) => {
      const value = sealBallot(ports, key, partition, pseudonym, blankBallot);
      return { op: 'insert', kind: 'ballot', key: pseudonym, value } as const;
    });
    if (!(await ports.answers.commit(partition, rows)).ok) return false;
  }
  return true;
}

async function ask(
  ports: OpeningPorts,
  programmeId: string,
  poll: NeedsPoll,
  { id: participantId, directoryId = '', profile }: Participant,
  context: UseCaseContext,
): Promise<true | typeof conflict> {
  if ((await ports.programmes.get(programmeId, 'polled', participantId)) !== undefined) return true;
  const unit = new UnitOfWork(ports, programmeId, context, 'system')
    .insert('polled', participantId, { poll: poll.id, participantId, directoryId })
    .queueMessage({
      kind: 'needs-poll',
      recipient: { to: 'participant', id: participantId },
      subject: { poll: poll.id },
      notBefore: nextContactTimeFor(ports, { profile }, context.now),
      expiresAt: poll.closesAt,
    });
  return (await unit.commit()) ? true : conflict;
}
