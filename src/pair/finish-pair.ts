import type { Stored } from '../kernel/row-store';
import type { UseCaseContext, Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import type { Pair } from '../domain/proposal';
import { askRenewal } from './ask-renewal';
import type { Session } from '../domain/session';

/** Finishes the pair with its last session, and gives back the places both had taken. Does nothing before. */
export async function finishPair(
  ports: Ports<'programmes' | 'isHoliday'>,
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
  ports: Ports<'programmes' | 'isHoliday'>,
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
  ports: Ports<'programmes' | 'isHoliday'>,
  unit: UnitOfWork,
  pair: Stored<Pair>,
  context: UseCaseContext,
): Promise<void> {
  if (pair.value.state === 'active') await leavePair(ports, unit, pair, 'ended', context);
}

async function leavePair(
  ports: Ports<'programmes' | 'isHoliday'>,
  unit: UnitOfWork,
  pair: Stored<Pair>,
  state: 'finished' | 'ended',
  context: UseCaseContext,
): Promise<void> {
  unit
    .replace('pair', pair, { ...pair.value, state, endedAt: context.now, revision: pair.value.revision + 1 })
    .project({ type: 'pair-over', pairId: pair.key });
  if (state === 'finished') await askRenewal(ports, unit, pair, context);
  unit.recordChange(`pair-${state}`, { pairIds: [pair.key], counts: { 'pairs.active': -1, [`pairs.${state}`]: 1 } });
  for (const id of [pair.value.mentorId, pair.value.menteeId]) {
    const personPairs = await ports.programmes.get(unit.programmeId, 'person-pairs', id);
    if (personPairs === undefined) continue;
    unit.replace('person-pairs', personPairs, {
      ...personPairs.value,
      pairIds: personPairs.value.pairIds.filter((other) => other !== pair.key),
      formerPairIds: [...(personPairs.value.formerPairIds ?? []), pair.key],
    });
  }
}
