import { roleNames, type ProgrammeRoles } from '../member/roles';
import { routes, type RouteName, type RouteRule } from './routes';

/** Whether somebody with these roles in the programme of the path may call the route; what is not listed may nobody. */
export function mayRoute(route: RouteName, roles: ProgrammeRoles): boolean {
  const rule: RouteRule = routes[route];
  if (rule.who === 'open' || rule.who === 'signed-in') return true;
  const names = roleNames(roles);
  return rule.who.some((name) => names.has(name));
}
