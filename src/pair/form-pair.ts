import { plusDays, type Instant } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import type { Participant } from '../domain/participant';
import type { Programme } from '../domain/programme';
import type { UseCaseContext, Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import { sessionKey } from '../domain/session';
import { monthWindows } from '../calendar/month-window';
import { askBaseline } from '../survey/ask-baseline';
import { placesLeft } from './count-places';
import type { Pair, PersonPairs } from '../domain/proposal';

/** What a pair comes from: a proposal, or that two people go on. */
export type NewPair = Pick<Pair, 'id' | 'proposalId' | 'topics' | 'renews'>;

/** Days before a month begins at which its session is proposed. */
export const proposeDaysAhead = 10;

/**
 * Adds a new pair to the transaction: the pair, the places both have taken, the mentor's introduction (the mentee's is the answer to
 * their yes; where the two go on, both get one), the sessions' due work and the baseline survey. Returns the pair, or nothing when one
 * of them has no place left; nothing is added then. Where two go on while one is away, their months begin with the return.
 */
export async function formPair(
  ports: Ports<'programmes' | 'holidayFrom'>,
  unit: UnitOfWork,
  programme: Programme,
  { id, proposalId, topics, renews }: NewPair,
  mentor: Participant,
  mentee: Participant,
  context: UseCaseContext,
): Promise<Pair | undefined> {
  const people = [mentor, mentee];
  const personPairs = await Promise.all(
    people.map((person) => ports.programmes.get(programme.id, 'person-pairs', person.id)),
  );
  const left = await Promise.all([
    placesLeft(ports, programme.id, mentor, 'mentor'),
    placesLeft(ports, programme.id, mentee, 'mentee'),
  ]);
  if (left.some((count) => count <= 0)) return undefined;
  const startedAt = latestOf(
    context.now,
    programme.beginsAt,
    ...(renews === undefined ? [] : people.map(({ pause }) => pause?.resumesAt)),
  );
  const pair: Pair = {
    id,
    proposalId,
    mentorId: mentor.id,
    menteeId: mentee.id,
    topics,
    state: 'active',
    startedAt,
    months: programme.plan.months,
    timeZone: mentor.profile.timeZone,
    ...(renews === undefined ? {} : { renews }),
    revision: 1,
  };
  unit.insert('pair', pair.id, pair);
  people.forEach((person, index) => takePlace(unit, person.id, pair.id, personPairs[index]));
  for (const [index, window] of monthWindows(pair.startedAt, pair.timeZone, pair.months).entries()) {
    const number = index + 1;
    const at =
      number === 1 ? (renews === undefined ? context.now : startedAt) : plusDays(window.start, -proposeDaysAhead);
    unit.schedule({ kind: 'session-propose', at, ref: sessionKey(pair.id, number), occurrence: '' });
    unit.schedule({ kind: 'session-close', at: window.end, ref: sessionKey(pair.id, number), occurrence: 'month' });
  }
  for (const person of renews === undefined ? [mentor] : people) {
    unit.queueMessage({
      kind: 'introduction',
      recipient: { to: 'participant', id: person.id },
      subject: { pairId: pair.id },
      notBefore: nextContactTimeFor(ports, person, context.now),
    });
  }
  for (const [index, person] of people.entries())
    await askBaseline(ports, unit, programme, person, hasHadPair(personPairs[index]), context);
  const counts: Record<string, number> = renews === undefined ? { 'proposals.accepted': 1 } : { 'pairs.renewed': 1 };
  unit.recordChange('pair-formed', { pairIds: [pair.id], counts: { 'pairs.active': 1, ...counts } });
  return pair;
}

/**
 * Reads together what `formPair` reads of two people, for stores that read once: their places and, where the plan asks a baseline, its
 * round.
 */
export async function readAheadOfPair(
  { programmes }: Ports<'programmes'>,
  programmeId: string,
  participantIds: readonly string[],
): Promise<void> {
  const programme = await programmes.get(programmeId, 'programme', 'programme');
  await Promise.all([
    ...participantIds.map((id) => programmes.get(programmeId, 'person-pairs', id)),
    ...(programme?.value.plan.surveys?.baseline === true
      ? [programmes.get(programmeId, 'survey-round', 'baseline')]
      : []),
  ]);
}

function hasHadPair(stored: Stored<PersonPairs> | undefined): boolean {
  const { pairIds = [], formerPairIds = [] } = stored?.value ?? {};
  return pairIds.length + formerPairIds.length > 0;
}

/** The months of a pair that says yes early begin with the programme. */
function latestOf(now: Instant, ...others: readonly (Instant | undefined)[]): Instant {
  return others.reduce<Instant>((latest, one) => (one !== undefined && one > latest ? one : latest), now);
}

function takePlace(
  unit: UnitOfWork,
  participantId: string,
  pairId: string,
  stored: Stored<PersonPairs> | undefined,
): void {
  if (stored === undefined) unit.insert('person-pairs', participantId, { participantId, pairIds: [pairId] });
  else unit.replace('person-pairs', stored, { ...stored.value, pairIds: [...stored.value.pairIds, pairId] });
}
