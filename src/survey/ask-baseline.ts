import { nextContactTimeFor } from '../calendar/next-contact-time';
import type { Participant } from '../domain/participant';
import type { Ports, UseCaseContext } from '../domain/ports';
import type { Programme } from '../domain/programme';
import { statusKey } from '../domain/survey';
import type { UnitOfWork } from '../domain/unit-of-work';
import { plusDays } from '../kernel/clock';

/**
 * Adds to the transaction that forms a pair the baseline survey of one of its people. It is asked once per person, a day after the
 * introduction so that one card comes at a time. Whoever never had a pair was not asked, so that their status is not looked for until the round
 * says that people who wait are asked too: `openRound` writes that before it asks the first of them.
 */
export async function askBaseline(
  ports: Ports<'programmes' | 'holidayFrom'>,
  unit: UnitOfWork,
  programme: Programme,
  person: Participant,
  hadPair: boolean,
  context: UseCaseContext,
): Promise<void> {
  if (programme.plan.surveys?.baseline !== true) return;
  const findStatus = () => ports.programmes.get(programme.id, 'status', statusKey('baseline', person.id));
  const [round, known] = await Promise.all([
    ports.programmes.get(programme.id, 'survey-round', 'baseline'),
    hadPair ? findStatus() : undefined,
  ]);
  if (round?.value.state !== 'open' || known !== undefined) return;
  if (!hadPair && round.value.asksWaiting === true && (await findStatus()) !== undefined) return;
  unit
    .insert('status', statusKey('baseline', person.id), {
      surveyRound: 'baseline',
      participantId: person.id,
      state: 'asked',
      on: context.now.slice(0, 10),
    })
    .queueMessage({
      kind: 'survey',
      recipient: { to: 'participant', id: person.id },
      subject: { surveyRound: 'baseline' },
      notBefore: nextContactTimeFor(ports, person, plusDays(context.now, 1)),
      expiresAt: round.value.closesAt,
    })
    .recordChange('survey-asked', { counts: { 'responses.baseline.asked': 1 } });
}
