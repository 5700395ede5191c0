import type { SurveyKeys } from '../domain/survey-ports';
import { plusDays, type Instant } from '../kernel/clock';
import { CodedError } from '../kernel/coded-error';
import { readAll } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import type { DueWork } from '../domain/due-work';
import { planNight } from './plan-night';
import { isOver } from './seal-round';

/** Days after its close in which the last answers of a round are sealed. */
const sealingDays = 2;
/** Days for which figures that fail keep the key; what fails is in the log all the while. */
const mostDaysAwaited = 30;

/**
 * The days of retention are over: without its key no answer can be opened, nor joined to a person, any more; aggregates stay. While a round still takes
 * answers, as one does that follows months after the end, it waits for its close and the seal; then for the figures of every round, since none could be made without it.
 * Figures that do not come in so many days are given up: the key goes all the same, and the operator is told by `figures-given-up`, thrown once.
 */
export async function destroySurveyKey(
  ports: Ports<Saving> & SurveyKeys,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const last = await lastSeal(ports, programmeId, context);
  if (last !== undefined) return unit.schedule({ ...due.value, at: last }).commit();
  const key = await ports.keys.get(programmeId, 'key', 'survey');
  const missing = key === undefined ? [] : await roundsWithoutFigures(ports, programmeId);
  // The first look is kept in the row that the next one is asked for by.
  const since = due.value.occurrence === '' ? context.now : due.value.occurrence;
  if (missing.length > 0 && context.now < plusDays(since, mostDaysAwaited)) {
    const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
    if (programme !== undefined) await planNight(ports, programme.value, context.now);
    return unit.schedule({ ...due.value, at: plusDays(context.now, 1), occurrence: since }).commit();
  }
  if (key !== undefined) {
    const gone = await ports.keys.commit(programmeId, [{ op: 'delete', kind: 'key', key: 'survey', etag: key.etag }]);
    if (!gone.ok) return false;
    if (missing.length > 0)
      throw new CodedError('figures-given-up', 'The survey key is destroyed, and rounds have no figures for good', {
        rounds: missing.join(', '),
      });
  }
  return unit.recordChange('survey-key-destroyed').commit();
}

async function roundsWithoutFigures(ports: Ports<'programmes'>, programmeId: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for await (const { key } of readAll(ports.programmes, programmeId, 'survey-round'))
    if ((await ports.programmes.get(programmeId, 'figures', key)) === undefined) missing.push(key);
  return missing;
}

/** When the last round that is not over will be sealed; undefined where none is left. */
async function lastSeal(
  ports: Ports<'programmes'>,
  programmeId: string,
  context: UseCaseContext,
): Promise<Instant | undefined> {
  let last: Instant | undefined;
  for await (const { value: round } of readAll(ports.programmes, programmeId, 'survey-round')) {
    const sealedBy = plusDays(round.closesAt, sealingDays);
    const isDone = isOver(round, context) && sealedBy <= context.now;
    if (!isDone && (last === undefined || sealedBy > last)) last = sealedBy;
  }
  // One whose close is overdue comes to it in the meantime.
  return last === undefined || last > context.now ? last : plusDays(context.now, 1);
}
