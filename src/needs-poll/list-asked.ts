import type { Polled, PollPopulation } from '../domain/needs-poll';
import type { Participant } from '../domain/participant';
import type { Ports } from '../domain/ports';
import { readAll, readWhole } from '../kernel/read-all';
import { isAskedBy } from './rules';

/** Everybody whom a poll for these people would be put to. */
export async function listAsked(
  ports: Ports<'programmes'>,
  programmeId: string,
  population: PollPopulation,
): Promise<readonly Participant[]> {
  const people: Participant[] = [];
  for await (const { value } of readWhole(ports.programmes, programmeId, 'participant'))
    if (isAskedBy(population, value)) people.push(value);
  return people;
}

/**
 * Directory ids of everybody who was asked by a poll of any programme of the tenant. Of two polls that share most of their people the difference of the
 * totals would tell of the few that they do not share. One range for each programme that had a poll.
 */
export async function listPolled(ports: Ports<'programmes' | 'tenants'>): Promise<ReadonlySet<string>> {
  const polled = new Set<string>();
  for await (const { key: programmeId } of readAll(ports.tenants, 'tenant', 'entry'))
    for await (const { value } of polledIn(ports, programmeId)) polled.add(value.directoryId);
  return polled;
}

/** Everybody who was asked by the poll. */
export async function listInvited(
  ports: Ports<'programmes'>,
  programmeId: string,
  poll: string,
): Promise<readonly Polled[]> {
  const invited: Polled[] = [];
  for await (const { value } of polledIn(ports, programmeId)) if (value.poll === poll) invited.push(value);
  return invited;
}

function polledIn(ports: Ports<'programmes'>, programmeId: string) {
  return readWhole(ports.programmes, programmeId, 'polled');
}
