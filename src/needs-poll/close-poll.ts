import { cardAbout } from '../domain/card';
import type { DueWork } from '../domain/due-work';
import type { NeedsPoll } from '../domain/needs-poll';
import type { Ports, Saving, UseCaseContext } from '../domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { CodedError } from '../kernel/coded-error';
import { readAll, readWhole } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { thresholdsOf } from '../privacy/small-groups';
import { splitEvenly } from '../survey/split-evenly';
import { listInvited } from './list-asked';
import { destroyPollKey, knownPollKey } from './read-poll-key';
import { ballotPartition, openBallot, type Ballot } from './seal-ballot';
import { tellResult } from './tell-result';

type ClosingPorts = Ports<Saving | 'secrets'> & SurveyAnswers & SurveyKeys;

const mostDeletes = 100;
/** Cards of one transaction. */
const mostEdits = 90;

/**
 * Counts a poll once, keeps of it what is told, and takes key and ballots away for good; then every card says that it is closed. Interrupted, it goes on where it was: what was told is not
 * counted anew. Throws `rows-unreadable`, `sheet-closed`, `poll-key-closed`, `poll-key-missing`: nothing is told then, and nothing is taken away.
 */
export async function closeNeedsPoll(
  ports: ClosingPorts,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const poll = await ports.programmes.get(programmeId, 'needs-poll', due.value.ref);
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  if (poll === undefined) return unit.commit();
  const invited = await listInvited(ports, programmeId, poll.key);
  if (poll.value.state !== 'closed') {
    const ballots = await readBallots(ports, programmeId, poll.value);
    const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
    const { scores } = thresholdsOf(programme?.value.plan ?? {});
    // Whoever was erased since counts among those who were asked, as their ballot does.
    const asked = poll.value.state === 'open' ? poll.value.invited : invited.length;
    const result = tellResult(ballots, poll.value.topics, asked, context.now, scores);
    const isKept = await new UnitOfWork(ports, programmeId, context, 'system')
      .replace('needs-poll', poll, { ...poll.value, state: 'closed', invited: asked, result })
      .recordAudit('needs-poll-closed', poll.key)
      .commit();
    if (!isKept) return false;
  }
  if (!(await destroyPollKey(ports, programmeId, poll.key))) return false;
  if (!(await clearBallots(ports, ballotPartition(programmeId, poll.key)))) return false;
  for (const some of splitEvenly(invited, mostEdits)) {
    const edits = new UnitOfWork(ports, programmeId, context, 'system');
    for (const { participantId: id } of some) edits.editCards({ to: 'participant', id }, cardAbout.needsPoll(poll.key));
    if (!(await edits.commit())) return false;
  }
  return unit.commit();
}

async function readBallots(
  ports: ClosingPorts,
  programmeId: string,
  { id, state }: NeedsPoll,
): Promise<readonly Ballot[]> {
  const key = await knownPollKey(ports, programmeId, id);
  if (key === undefined) {
    // The key comes before the poll is open: without it nobody could tell what was answered, and zero answers would be no fact.
    if (state === 'open') throw new CodedError('poll-key-missing', 'An open needs poll has no key');
    return [];
  }
  const partition = ballotPartition(programmeId, id);
  const ballots: Ballot[] = [];
  for await (const row of readWhole(ports.answers, partition, 'ballot'))
    ballots.push(openBallot(ports, key, partition, row.key, row.value));
  return ballots;
}

async function clearBallots(ports: SurveyAnswers, partition: string): Promise<boolean> {
  const rows = [];
  for await (const { key, etag } of readAll(ports.answers, partition, 'ballot')) rows.push({ key, etag });
  for (const some of splitEvenly(rows, mostDeletes)) {
    const deletes = some.map(({ key, etag }) => ({ op: 'delete', kind: 'ballot', key, etag }) as const);
    if (!(await ports.answers.commit(partition, deletes)).ok) return false;
  }
  return true;
}
