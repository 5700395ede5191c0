import { nextNight } from '../calendar/next-night';
import type { DueWork } from '../domain/due-work';
import type { Ports, Saving, UseCaseContext } from '../domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { readWhole } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { splitEvenly } from '../survey/split-evenly';
import { knownPollKey } from './read-poll-key';
import { ballotPartition, openBallot, sealBallot } from './seal-ballot';

const mostAtOnce = 50;

/**
 * Each night all ballots of an open poll are written again as they are, in the order of their pseudonyms: from then on no row's time tells whether, or when, it was
 * pressed. False where a press came first: what is left is done by the next try. Throws `rows-unreadable`, `sheet-closed`, `poll-key-closed`.
 */
export async function rewriteBallots(
  ports: Ports<Saving | 'secrets'> & SurveyAnswers & SurveyKeys,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const [poll, programme] = await Promise.all([
    ports.programmes.get(programmeId, 'needs-poll', due.value.ref),
    ports.programmes.get(programmeId, 'programme', 'programme'),
  ]);
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  if (poll?.value.state !== 'open' || programme === undefined) return unit.commit();
  const key = await knownPollKey(ports, programmeId, poll.key);
  if (key === undefined) return unit.commit();
  const partition = ballotPartition(programmeId, poll.key);
  const rows = [];
  for await (const row of readWhole(ports.answers, partition, 'ballot')) rows.push(row);
  for (const some of splitEvenly(rows, mostAtOnce)) {
    const again = some.map(({ key: pseudonym, etag, value }) => {
      const ballot = openBallot(ports, key, partition, pseudonym, value);
      return {
        op: 'replace',
        kind: 'ballot',
        key: pseudonym,
        etag,
        value: sealBallot(ports, key, partition, pseudonym, ballot),
      } as const;
    });
    if (!(await ports.answers.commit(partition, again)).ok) return false;
  }
  const next = nextNight(context.now, programme.value.plan.timeZone);
  if (next < poll.value.closesAt) unit.schedule({ ...due.value, at: next });
  return unit.commit();
}
