import { foldText } from '../../kernel/fold-text';
import type { PersonProfile } from '../../domain/participant';

/** Whether somebody is in the department that a limit names, however the two are written. */
export function isInDepartment({ department = '' }: Pick<PersonProfile, 'department'>, named: string): boolean {
  return foldText(department) === foldText(named);
}
