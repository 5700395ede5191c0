import { roleNames, type ProgrammeRoles, type RoleName } from '../member/roles';
import { actionOf, type Verb } from './actions';

/** Whether somebody with these roles in the programme may do this. The use case still asks whose thing it is. */
export function mayVerb(verb: Verb, roles: ProgrammeRoles): boolean {
  return mayPress(actionOf(verb).who, roles);
}

/** Whether one of the roles is among those that may; a role that is not listed may not. */
export function mayPress(who: readonly RoleName[] | 'anyone', roles: ProgrammeRoles): boolean {
  if (who === 'anyone') return true;
  const names = roleNames(roles);
  return who.some((name) => names.has(name));
}
