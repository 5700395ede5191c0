import type { Stored } from '../kernel/row-store';
import type { Participant } from '../domain/participant';
import type { UnitOfWork } from '../domain/unit-of-work';

/**
 * Adds to the transaction that forms a pair that its people are in one more and look for nobody else. Both rows are part of it whatever
 * they said, so that a "not now" at the same instant comes before or after, never in between.
 */
export function stopLooking(unit: UnitOfWork, people: readonly Stored<Participant>[]): void {
  for (const person of people) unit.replace('participant', person, foundPartner(person.value));
}

function foundPartner({ rematch: _over, pairs = 0, ...person }: Participant): Participant {
  return { ...person, pairs: pairs + 1 };
}
