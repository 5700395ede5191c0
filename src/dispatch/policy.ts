import type { Verb } from '../domain/actions';
import { roleNames, type ProgrammeRoles, type RoleName } from '../member/roles';

/** Who may press what; a verb that is not listed cannot be compiled, a role that is not listed may not. */
export const verbPolicy: Readonly<Record<Verb, readonly RoleName[] | 'anyone'>> = {
  'pledge/give': ['sponsor'],
  'invitation/accept': ['participant'],
  'invitation/not-now': ['participant'],
  'programme/leave': ['participant'],
  'programme/leave-confirm': ['participant'],
  'profile/save': ['participant'],
  'proposal/accept': ['participant'],
  'proposal/decline': ['participant'],
  'pair/show': ['participant'],
  'pair/leave': ['participant'],
  'pair/leave-confirm': ['participant'],
  'pair/stay': ['participant'],
  'rematch/another': ['participant'],
  'rematch/enough': ['participant'],
  'renewal/show': ['participant'],
  'renewal/choose': ['participant'],
  'pause/open': ['participant'],
  'pause/set': ['participant'],
  'pause/end': ['participant'],
  'diversity/show': ['participant'],
  'diversity/save': ['participant'],
  'diversity/withdraw': ['participant'],
  'session/suits': ['participant', 'delegate'],
  'session/none-suit': ['participant', 'delegate'],
  'session/move': ['participant', 'delegate'],
  'session/met': ['participant'],
  'session/not-met': ['participant'],
  'survey/answer': ['participant'],
  'survey/skip': ['participant'],
  'language/set': 'anyone',
  'home/show': 'anyone',
};

/** Whether somebody with these roles in the programme may do this. The aggregate still checks whose thing it is. */
export function mayVerb(verb: Verb, roles: ProgrammeRoles): boolean {
  const allowed = verbPolicy[verb];
  if (allowed === 'anyone') return true;
  const names = roleNames(roles);
  return allowed.some((name) => names.has(name));
}
