import type { Polled, PollPopulation } from '../domain/needs-poll';
import type { Participant } from '../domain/participant';
import type { Ports } from '../domain/ports';
import type { Instant } from '../kernel/clock';
import { readWhole } from '../kernel/read-all';
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
 * Directory ids of everybody who was asked by a poll of any programme of the tenant, other than the one left out. Of two polls that share most of their people the
 * difference of the totals would tell of the few that they do not share. One range for each programme. Throws `rows-unreadable`: whoever is missed would be asked twice.
 */
export async function listPolled(
  ports: Ports<'programmes' | 'tenants'>,
  leftOut?: { readonly programmeId: string; readonly poll: string },
): Promise<ReadonlySet<string>> {
  const polled = new Set<string>();
  for await (const { key: programmeId } of readWhole(ports.tenants, 'tenant', 'entry'))
    for await (const { value } of polledIn(ports, programmeId))
      if (programmeId !== leftOut?.programmeId || value.poll !== leftOut.poll) polled.add(value.directoryId);
  return polled;
}

/** Whether a poll of any programme of the tenant has been asked for and has not put itself to its people yet: whom it takes is not known. Throws `rows-unreadable`. */
export async function isAnyOpening(ports: Ports<'programmes' | 'tenants'>, now: Instant): Promise<boolean> {
  for await (const { key: programmeId } of readWhole(ports.tenants, 'tenant', 'entry'))
    for await (const { value } of readWhole(ports.programmes, programmeId, 'needs-poll'))
      if (value.state === 'opening' && now < value.closesAt) return true;
  return false;
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
