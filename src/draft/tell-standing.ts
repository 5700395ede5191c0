import type { Stored } from '../kernel/row-store';
import type { PersonalCode } from '../domain/pairing';
import type { Participant, Standing } from '../domain/participant';
import type { UseCaseContext, Ports } from '../domain/ports';
import { type UnitOfWork } from '../domain/unit-of-work';
import { nextContactTimeFor } from '../calendar/next-contact-time';

/**
 * Adds to a transaction that a volunteer without a partner hears where they stand: after each round once, whatever they heard before, so
 * that the number of messages follows from who has no partner alone; without a round, nothing where they heard the same before. The words
 * are the same whether they were never proposed, not asked, or asked without a pair coming of it. `from` is the round that is over, with what they can do,
 * and whether another message tells them so: it is then only kept for their page.
 */
export function tellStanding(
  ports: Ports<'holidayFrom'>,
  unit: UnitOfWork,
  participant: Stored<Participant>,
  told: Standing,
  from: { readonly draftId: string; readonly advice: PersonalCode; readonly heard: boolean } | undefined,
  context: UseCaseContext,
): void {
  const draftId = from?.draftId;
  const kept = from === undefined ? {} : { draftId: from.draftId, advice: from.advice };
  const before = participant.value.standing;
  if (before?.told === told && (draftId === undefined || before.draftId === draftId)) return;
  unit
    .replace('participant', participant, {
      ...participant.value,
      standing: { told, at: context.now, ...kept },
    })
    .recordChange('standing-told');
  if (from?.heard !== true)
    unit.queueMessage({
      kind: 'standing',
      recipient: { to: 'participant', id: participant.key },
      subject: draftId === undefined ? {} : { draftId: draftId },
      notBefore: nextContactTimeFor(ports, participant.value, context.now),
    });
}
