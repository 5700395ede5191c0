import { withPrefix } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { endByRule, takeBackEnd } from '../pair-ending/end-by-rule';
import type { Occasion, Ports } from '../domain/ports';
import { decide, lostRace, UnitOfWork } from '../domain/unit-of-work';
import { loseSide, sideOf } from '../domain/proposal-rules';
import { loadPair } from '../pair/load-pair';
import type { DueWork } from '../domain/work';

const mostProposals = 50;

/**
 * What follows once somebody has left: each of their running pairs ends in the words of any end, each proposal they were asked by is over
 * as after a no. Who is being asked goes on being asked, and a yes of theirs waits until the reply date. Once they
 * are back, pairs of whose end nobody has heard go on. One transaction each; interrupted, it goes on where it was.
 */
export async function followDeparture(
  ports: Ports,
  programmeId: string,
  due: Stored<DueWork>,
  occasion: Occasion,
): Promise<boolean> {
  const personId = due.value.ref;
  const places = await ports.programmes.get(programmeId, 'places', personId);
  for (const pairId of places?.value.pairIds ?? [])
    await decide(() => followPair(ports, programmeId, pairId, personId, occasion));
  const asked = await ports.programmes.range(programmeId, 'asked', {
    ...withPrefix(`${personId}|`),
    limit: mostProposals,
  });
  for (const { value } of asked.rows)
    await decide(() => followProposal(ports, programmeId, value.proposalId, personId, occasion));
  return new UnitOfWork(ports, programmeId, occasion, 'system').remove('due', due).commit();
}

async function followPair(
  ports: Ports,
  programmeId: string,
  pairId: string,
  personId: string,
  occasion: Occasion,
): Promise<true | typeof lostRace> {
  const people = await loadPair(ports, programmeId, pairId);
  if (people?.pair.value.state !== 'active') return true;
  const side = sideOf(people.pair.value, personId);
  const unit = new UnitOfWork(ports, programmeId, occasion, 'system');
  if (side !== undefined && people[side].value.state === 'withdrawn')
    await endByRule(ports, unit, people, 'withdrawn', occasion);
  else await takeBackEnd(ports, unit, people);
  return (await unit.commit()) ? true : lostRace;
}

async function followProposal(
  ports: Ports,
  programmeId: string,
  proposalId: string,
  personId: string,
  occasion: Occasion,
): Promise<true | typeof lostRace> {
  const [person, proposal] = await Promise.all([
    ports.programmes.get(programmeId, 'participant', personId),
    ports.programmes.get(programmeId, 'proposal', proposalId),
  ]);
  const asking = proposal?.value.state === 'asking-mentor' || proposal?.value.state === 'asking-mentee';
  const side = proposal === undefined ? undefined : sideOf(proposal.value, personId);
  if (person?.value.state !== 'withdrawn' || proposal === undefined || side === undefined || !asking) return true;
  const unit = new UnitOfWork(ports, programmeId, occasion, 'system')
    .hold('participant', person)
    .replace('proposal', proposal, loseSide(proposal.value, side, occasion.now))
    .changed('proposal-answered');
  return (await unit.commit()) ? true : lostRace;
}
