import { roleNames, type ProgrammeRoles, type RoleName } from '../member/roles';

/** Whether one of the roles is among those that may; a role that is not listed may not. The use case still asks whose thing it is. */
export function mayPress(who: readonly RoleName[], roles: ProgrammeRoles): boolean {
  const names = roleNames(roles);
  return who.some((name) => names.has(name));
}
