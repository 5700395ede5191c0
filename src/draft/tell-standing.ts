import type { Stored } from '../kernel/row-store';
import type { Participant, Standing } from '../participant/model';
import type { Occasion, Ports } from '../programme/ports';
import { type UnitOfWork } from '../programme/unit-of-work';
import { decentHourFor } from '../session/decent-hour';

/**
 * Adds to a transaction that a volunteer without a partner hears where they stand; nothing where they heard the same before. The words
 * are the same whether they were never proposed, not asked, or asked in vain.
 */
export function tellStanding(
  ports: Ports,
  unit: UnitOfWork,
  participant: Stored<Participant>,
  told: Standing,
  round: string | undefined,
  occasion: Occasion,
): void {
  const before = participant.value.standing;
  if (before?.told === told && (round === undefined || before.round === round || told === 'waiting')) return;
  unit
    .replace('participant', participant, {
      ...participant.value,
      standing: { told, at: occasion.now, ...(round === undefined ? {} : { round }) },
    })
    .say({
      kind: 'standing',
      recipient: { to: 'participant', id: participant.key },
      subject: round === undefined ? {} : { draftId: round },
      notBefore: decentHourFor(ports, participant.value, occasion.now),
    })
    .changed('standing-told');
}
