import type { PersonProfile } from '../../domain/participant';
import type { PairingAim } from '../../domain/pairing-contract';
import { isInDepartment } from './match-department';

/**
 * The aims, by their places in the policy, that limit a department in which nobody of their side is: met whatever is chosen, and most
 * often a department that is written otherwise in the people file.
 */
export function findEmptyDepartments(
  aims: readonly PairingAim[],
  people: readonly Pick<PersonProfile, 'role' | 'department'>[],
): readonly number[] {
  return aims.flatMap((aim, index) => {
    if (aim.kind !== 'at-most') return [];
    const isThere = people.some(
      (person) => (person.role === aim.side || person.role === 'both') && isInDepartment(person, aim.department),
    );
    return isThere ? [] : [index];
  });
}
