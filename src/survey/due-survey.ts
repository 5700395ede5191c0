import { readAll, readWhole, withEach, withPrefix } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import type { DueWork } from '../domain/due-work';
import { secondReminder, statusKey, type ResponseStatus, type SurveyRound } from '../domain/survey';
import { planNight } from './plan-night';

/**
 * Puts a survey to everybody who is in a pair, one person a transaction; interrupted, it goes on where it was. After an absence longer
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
    const asked = new Set<string>();
    await withEach(peopleOfPairs(ports, programmeId), async (id) => {
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

/** People of pairs alone: `askBaseline` relies on it. */
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
  const unit = new UnitOfWork(ports, programmeId, context, 'system')
    .insert('status', statusKey(round.id, participantId), {
      surveyRound: round.id,
      participantId,
      state: 'asked',
      on: context.now.slice(0, 10),
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

/**
 * A kind reminder, decided for everybody alike of whom no night has told yet that they answered or skipped: whether it goes out is decided when it is sent, by the
 * person's own sheet (`prepare-survey.ts`), so that nothing that is written here follows from an answer. Two at most.
 */
export async function remindRound(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const round = await ports.programmes.get(programmeId, 'survey-round', due.value.ref);
  if (round?.value.state === 'open' && context.now < round.value.closesAt) {
    for await (const status of readAll(ports.programmes, programmeId, 'status', withPrefix(`${round.key}|`))) {
      if (!isToRemind(status.value, due.value)) continue;
      await remindOne(ports, programmeId, round.value, status.key, due.value, context);
    }
  }
  return new UnitOfWork(ports, programmeId, context, 'system').remove('due', due).commit();
}

async function remindOne(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  round: SurveyRound,
  key: string,
  due: DueWork,
  context: UseCaseContext,
): Promise<void> {
  await retryOnConflict(async () => {
    const status = await ports.programmes.get(programmeId, 'status', key);
    if (status === undefined || !isToRemind(status.value, due)) return true;
    const person = await ports.programmes.get(programmeId, 'participant', status.value.participantId);
    if (person === undefined || person.value.state === 'withdrawn') return true;
    const unit = new UnitOfWork(ports, programmeId, context, 'system')
      .replace('status', status, { ...status.value, reminders: ordinalOf(due) })
      .queueMessage({
        kind: 'survey-reminder',
        recipient: { to: 'participant', id: person.key },
        subject: { surveyRound: round.id },
        notBefore: nextContactTimeFor(ports, person.value, context.now),
        expiresAt: round.closesAt,
      });
    return (await unit.commit()) ? true : conflict;
  });
}

/** Of the first or the second reminder, whoever did not have it yet. */
function isToRemind({ state, reminders = 0 }: ResponseStatus, due: DueWork): boolean {
  return state === 'asked' && reminders < ordinalOf(due);
}

/** The occurrence of the work says which reminder it is. */
function ordinalOf({ occurrence }: DueWork): number {
  return occurrence === secondReminder ? 2 : 1;
}

/** Closes a round: no answer is taken any more. The night after seals what is left. */
export async function closeRound(
  ports: Ports<Saving>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const [round, programme] = await Promise.all([
    ports.programmes.get(programmeId, 'survey-round', due.value.ref),
    ports.programmes.get(programmeId, 'programme', 'programme'),
  ]);
  if (round !== undefined && programme !== undefined) await planNight(ports, programme.value, context.now);
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  if (round !== undefined && round.value.state !== 'closed')
    unit
      .replace('survey-round', round, { ...round.value, state: 'closed', revision: round.value.revision + 1 })
      .recordChange('survey-closed');
  return unit.commit();
}
