import { nextContactTimeFor } from '../calendar/next-contact-time';
import type { DueWork } from '../domain/due-work';
import type { Ports, Saving, UseCaseContext } from '../domain/ports';
import { secondReminder, type ResponseStatus, type SurveyRound } from '../domain/survey';
import { conflict, retryOnConflict, UnitOfWork } from '../domain/unit-of-work';
import { readAll, withPrefix } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';

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
