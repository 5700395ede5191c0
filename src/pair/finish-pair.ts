import type { Instant } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import type { Participant } from '../domain/participant';
import type { UseCaseContext, Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import type { Pair } from '../domain/proposal';
import { askRenewal } from './ask-renewal';
import type { Session } from '../domain/session';

/** Finishes the pair with its last session, and gives back the places both had taken. Does nothing before. */
export async function finishPair(
  ports: Ports<'programmes' | 'holidayFrom'>,
  unit: UnitOfWork,
  pair: Stored<Pair>,
  session: Session,
  context: UseCaseContext,
): Promise<void> {
  const ended = session.state === 'held' || session.state === 'missed' || session.state === 'unclear';
  if (pair.value.state !== 'active' || session.number < pair.value.months || !ended) return;
  await leavePair(ports, unit, pair, 'finished', context);
}

/** Finishes the pair whose last month is over while its session was held back by a pause. Does nothing otherwise. */
export async function finishHeldPair(
  ports: Ports<'programmes' | 'holidayFrom'>,
  unit: UnitOfWork,
  pair: Stored<Pair>,
  session: Session,
  context: UseCaseContext,
): Promise<void> {
  if (pair.value.state !== 'active' || session.number < pair.value.months || session.state !== 'paused') return;
  await leavePair(ports, unit, pair, 'finished', context);
}

/** The end of a pair before its months are over: its programme is over, one of the two ends it, or a rule forbids it. */
export async function endPair(
  ports: Ports<'programmes' | 'holidayFrom'>,
  unit: UnitOfWork,
  pair: Stored<Pair>,
  context: UseCaseContext,
): Promise<void> {
  if (pair.value.state === 'active') await leavePair(ports, unit, pair, 'ended', context);
}

async function leavePair(
  ports: Ports<'programmes' | 'holidayFrom'>,
  unit: UnitOfWork,
  pair: Stored<Pair>,
  state: 'finished' | 'ended',
  context: UseCaseContext,
): Promise<void> {
  const { mentorId, menteeId } = pair.value;
  const [programme, mentor, mentee] = await Promise.all([
    ports.programmes.get(unit.programmeId, 'programme', 'programme'),
    ports.programmes.get(unit.programmeId, 'participant', mentorId),
    ports.programmes.get(unit.programmeId, 'participant', menteeId),
  ]);
  unit
    .replace('pair', pair, { ...pair.value, state, endedAt: context.now, revision: pair.value.revision + 1 })
    .project({ type: 'pair-over', pairId: pair.key })
    .recordChange(`pair-${state}`, { pairIds: [pair.key], counts: { 'pairs.active': -1, [`pairs.${state}`]: 1 } });
  const isRunning = programme?.value.state === 'running';
  if (state === 'finished' && isRunning && mentor !== undefined && mentee !== undefined)
    await askRenewal(ports, unit, { programme: programme.value, pair, mentor, mentee }, context);
  for (const person of [mentor, mentee])
    if (person !== undefined)
      unit.replace(
        'participant',
        person,
        isRunning ? afterPair(person.value, state, context.now) : freed(person.value),
      );
  for (const id of [mentorId, menteeId]) {
    const personPairs = await ports.programmes.get(unit.programmeId, 'person-pairs', id);
    if (personPairs === undefined) continue;
    unit.replace('person-pairs', personPairs, {
      ...personPairs.value,
      pairIds: personPairs.value.pairIds.filter((other) => other !== pair.key),
      formerPairIds: [...(personPairs.value.formerPairIds ?? []), pair.key],
    });
  }
}

/**
 * Whoever finished a pair waits for no partner until they say so, so that silence puts nobody before somebody new. Whoever lost one before
 * its months were over waits for another, unless they said before that it is enough.
 */
function afterPair(person: Participant, state: 'finished' | 'ended', now: Instant): Participant {
  const after = freed(person);
  if (person.rematch !== undefined) return after;
  if (state === 'finished') return { ...after, rematch: { wish: 'unsaid', since: now } };
  if (person.state !== 'enrolled') return after;
  return { ...after, rematch: { wish: 'another', since: now }, revision: person.revision + 1 };
}

/** The person in one running pair less. */
function freed({ pairs = 1, ...person }: Participant): Participant {
  return pairs > 1 ? { ...person, pairs: pairs - 1 } : person;
}
