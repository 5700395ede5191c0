import { plusDays, plusMilliseconds } from '../kernel/clock';
import { readWhole, withEach } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { endPair } from '../pair/finish-pair';
import { awaitsRenewals } from '../draft/find-awaited';
import { dueKey, type DueWork } from '../domain/due-work';
import type { Programme } from '../domain/programme';
import { plannedEnd } from '../programme/plan-programme';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';

/** Days after which a programme that waits for its pairs looks again. */
const waitDays = 7;
/** After the end pairs are looked for once more: a yes that was under way may form one when the others have ended. */
const lateMilliseconds = 3_600_000;
const late = 'late';

/**
 * The end of the programme, put off while pairs go on: what still waits is cancelled when its turn comes, and pairs that have not finished
 * end. What other programmes know of the pairs is carried over once more, whatever was lost of it. Interrupted, it goes on where it was.
 * An hour later it looks once more for pairs that were formed meanwhile.
 */
export async function closeProgramme(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme !== undefined && programme.value.state !== 'closed') {
    if (await awaitsRenewals(ports, programmeId)) return closeLater(ports, programme.value, due, context);
    const closed = new UnitOfWork(ports, programmeId, context, 'system')
      .replace('programme', programme, {
        ...programme.value,
        state: 'closed',
        closedAt: context.now,
        revision: programme.value.revision + 1,
      })
      .project({ type: 'programme-entry' })
      .project({ type: 'diversity' })
      .schedule({ ...due.value, at: plusMilliseconds(context.now, lateMilliseconds), occurrence: late })
      .recordChange('programme-closed');
    await expireAnswers(ports, closed, programme.value, context);
    if (!(await closed.commit())) return false;
  }
  await withEach(readWhole(ports.programmes, programmeId, 'pair'), async ({ key, value }) => {
    if (value.state === 'active') await retryOnConflict(() => endOne(ports, programmeId, key, context));
    else if (due.value.occurrence !== late)
      await retryOnConflict(() => projectPairOver(ports, programmeId, key, context));
  });
  return new UnitOfWork(ports, programmeId, context, 'system').remove('due', due).commit();
}

/** Pairs that go on have the programme they were promised; whether there are any left is looked at once a week. */
async function closeLater(
  ports: Ports<Saving>,
  programme: Programme,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programme.id, context, 'system')
    .remove('due', due)
    .schedule({ ...due.value, at: plusDays(context.now, waitDays) });
  await expireAnswers(ports, unit, programme, context);
  return unit.commit();
}

/** The days of retention count from the planned end where that came first: that pairs go on keeps no answers longer than was promised. */
async function expireAnswers(
  ports: Ports<'programmes'>,
  unit: UnitOfWork,
  programme: Programme,
  context: UseCaseContext,
): Promise<void> {
  const planned = plannedEnd(programme) ?? context.now;
  const ended = planned < context.now ? planned : context.now;
  const at = plusDays(ended, programme.plan.retention.answersDays);
  const due = { kind: 'answers-expire', at, ref: programme.id, occurrence: '' } as const;
  const there = await ports.programmes.get(programme.id, 'due', dueKey(due));
  if (there === undefined) unit.schedule(due);
}

async function endOne(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  pairId: string,
  context: UseCaseContext,
): Promise<true | typeof conflict> {
  const pair = await ports.programmes.get(programmeId, 'pair', pairId);
  const unit = new UnitOfWork(ports, programmeId, context, 'system');
  if (pair !== undefined) await endPair(ports, unit, pair, context);
  return (await unit.commit()) ? true : conflict;
}

async function projectPairOver(
  ports: Ports<Saving>,
  programmeId: string,
  pairId: string,
  context: UseCaseContext,
): Promise<true | typeof conflict> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').project({ type: 'pair-over', pairId });
  return (await unit.commit()) ? true : conflict;
}
