import { withPrefix } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { endByRule, takeBackEnd } from '../pair-ending/end-by-rule';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { leaveProposal, sideOf } from '../domain/proposal-rules';
import { editCardsAhead } from '../session/edit-session-cards';
import { loadPair } from '../pair/load-pair';
import type { DueWork } from '../domain/due-work';

const mostProposals = 50;

/**
 * What follows once somebody has left: each of their running pairs ends in the words of any end, each proposal they were asked by is over
 * as after a no. Who is being asked goes on being asked, and a yes of theirs waits until the reply date. Once they
 * are back, pairs of whose end nobody has heard go on. One transaction each; interrupted, it goes on where it was.
 */
export async function carryOutDeparture(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const personId = due.value.ref;
  const personPairs = await ports.programmes.get(programmeId, 'person-pairs', personId);
  for (const pairId of personPairs?.value.pairIds ?? [])
    await retryOnConflict(() => carryOutForPair(ports, programmeId, pairId, personId, context));
  const asked = await ports.programmes.range(programmeId, 'asked', {
    ...withPrefix(`${personId}|`),
    limit: mostProposals,
  });
  for (const { value } of asked.rows)
    await retryOnConflict(() => carryOutForProposal(ports, programmeId, value.proposalId, personId, context));
  return new UnitOfWork(ports, programmeId, context, 'system').remove('due', due).commit();
}

async function carryOutForPair(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  pairId: string,
  personId: string,
  context: UseCaseContext,
): Promise<true | typeof conflict> {
  const people = await loadPair(ports, programmeId, pairId);
  if (people?.pair.value.state !== 'active') return true;
  const side = sideOf(people.pair.value, personId);
  const unit = new UnitOfWork(ports, programmeId, context, 'system');
  if (side !== undefined && people[side].value.state === 'withdrawn')
    await endByRule(ports, unit, people, 'withdrawn', context);
  else await takeBackEnd(ports, unit, people);
  // Of the partner's cards nothing moves before the hour at which they hear.
  if (side !== undefined) await editCardsAhead(ports, unit, people, [side], context.now);
  return (await unit.commit()) ? true : conflict;
}

async function carryOutForProposal(
  ports: Ports<Saving>,
  programmeId: string,
  proposalId: string,
  personId: string,
  context: UseCaseContext,
): Promise<true | typeof conflict> {
  const [person, proposal] = await Promise.all([
    ports.programmes.get(programmeId, 'participant', personId),
    ports.programmes.get(programmeId, 'proposal', proposalId),
  ]);
  const asking = proposal?.value.state === 'asking-mentor' || proposal?.value.state === 'asking-mentee';
  const side = proposal === undefined ? undefined : sideOf(proposal.value, personId);
  if (person?.value.state !== 'withdrawn' || proposal === undefined || side === undefined || !asking) return true;
  const unit = new UnitOfWork(ports, programmeId, context, 'system')
    .requireUnchanged('participant', person)
    .replace('proposal', proposal, leaveProposal(proposal.value, side, context.now))
    .recordChange('proposal-answered');
  return (await unit.commit()) ? true : conflict;
}
