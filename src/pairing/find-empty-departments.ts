import { foldText } from '../participant/fold-text';
import type { PersonProfile } from '../participant/model';
import type { PairingAim } from './contract';

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
      ({ role, department = '' }) =>
        (role === aim.side || role === 'both') && foldText(department) === foldText(aim.department),
    );
    return isThere ? [] : [index];
  });
}
