import type { Stored } from '../kernel/row-store';
import { wantsPartner } from '../domain/participant-rules';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { openProposals } from '../proposal/open-proposals';
import type { DueWork } from '../domain/due-work';
import { tellStanding } from './tell-standing';

/** Within ten working days of a yes: who is in no pair and asked by nobody hears that a partner is still looked for. */
export async function tellVolunteer(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const [participant, places, open] = await Promise.all([
    ports.programmes.get(programmeId, 'participant', due.value.ref),
    ports.programmes.get(programmeId, 'person-pairs', due.value.ref),
    openProposals(ports, programmeId, due.value.ref, context.now),
  ]);
  const placed = (places?.value.pairIds.length ?? 0) > 0 || (places?.value.formerPairIds?.length ?? 0) > 0;
  if (
    participant !== undefined &&
    wantsPartner(participant.value, context.now) &&
    participant.value.standing === undefined &&
    !placed &&
    open.length === 0
  )
    tellStanding(ports, unit, participant, 'waiting', undefined, context);
  return unit.commit();
}
