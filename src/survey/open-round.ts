import { nextContactTimeFor } from '../calendar/next-contact-time';
import type { DueWork } from '../domain/due-work';
import type { Ports, Saving, UseCaseContext } from '../domain/ports';
import { statusKey, type SurveyRound } from '../domain/survey';
import { conflict, retryOnConflict, UnitOfWork } from '../domain/unit-of-work';
import { readWhole, withEach } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { peopleWhoWait, peopleWhoWaited } from './list-waiting';

/**
 * Puts a survey to everybody whom it is for, one person a transaction; interrupted, it goes on where it was. After an absence longer
 * than the round nobody is asked.
 */
export async function openRound(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const round = await ports.programmes.get(programmeId, 'survey-round', due.value.ref);
  if (round !== undefined && round.value.state !== 'closed' && context.now < round.value.closesAt) {
    if (round.value.instrument === 'baseline' && !(await noteWaiting(ports, programmeId, round, context))) return false;
    const asked = new Set<string>();
    await withEach(peopleToAsk(ports, programmeId, round.value), async (id) => {
      if (asked.has(id)) return;
      asked.add(id);
      await retryOnConflict(() => ask(ports, programmeId, round.value, id, context));
    });
  }
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const open = await ports.programmes.get(programmeId, 'survey-round', due.value.ref);
  if (open?.value.state === 'planned')
    unit
      .replace('survey-round', open, { ...open.value, state: 'open', revision: open.value.revision + 1 })
      .recordChange('survey-opened');
  return unit.commit();
}

/**
 * Says in the baseline that people without a pair are asked, too. Written before the first of them is: a pair that forms meanwhile looks for a status
 * then (`askBaseline`). False where another change came first.
 */
async function noteWaiting(
  ports: Ports<Saving>,
  programmeId: string,
  round: Stored<SurveyRound>,
  context: UseCaseContext,
): Promise<boolean> {
  if (round.value.asksWaiting === true) return true;
  return new UnitOfWork(ports, programmeId, context, 'system')
    .replace('survey-round', round, { ...round.value, asksWaiting: true, revision: round.value.revision + 1 })
    .commit();
}

/** People of pairs are asked the baseline by the pair: what opens late there is for people who wait. */
function peopleToAsk(ports: Ports<'programmes'>, programmeId: string, round: SurveyRound): AsyncIterable<string> {
  switch (round.instrument) {
    case 'baseline':
      return peopleWhoWait(ports, programmeId);
    case 'waiting':
      return peopleWhoWaited(ports, programmeId);
    case 'pulse':
    case 'midpoint':
    case 'closing':
    case 'follow-up':
      return peopleOfPairs(ports, programmeId);
  }
}

async function* peopleOfPairs(ports: Ports<'programmes'>, programmeId: string): AsyncGenerator<string> {
  for await (const { value } of readWhole(ports.programmes, programmeId, 'pair'))
    if (value.state !== 'ended') yield* [value.mentorId, value.menteeId];
}

async function ask(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  round: SurveyRound,
  participantId: string,
  context: UseCaseContext,
): Promise<true | typeof conflict> {
  const [status, person] = await Promise.all([
    ports.programmes.get(programmeId, 'status', statusKey(round.id, participantId)),
    ports.programmes.get(programmeId, 'participant', participantId),
  ]);
  if (status !== undefined || person === undefined || person.value.state === 'withdrawn') return true;
  const isWaiting = round.instrument === 'baseline' || round.instrument === 'waiting';
  const unit = new UnitOfWork(ports, programmeId, context, 'system')
    .insert('status', statusKey(round.id, participantId), {
      surveyRound: round.id,
      participantId,
      state: 'asked',
      on: context.now.slice(0, 10),
      ...(isWaiting ? { waiting: true } : {}),
    })
    .queueMessage({
      kind: 'survey',
      recipient: { to: 'participant', id: participantId },
      subject: { surveyRound: round.id },
      notBefore: nextContactTimeFor(ports, person.value, context.now),
      expiresAt: round.closesAt,
    })
    .recordChange('survey-asked', { counts: { [`responses.${round.id}.asked`]: 1 } });
  return (await unit.commit()) ? true : conflict;
}
