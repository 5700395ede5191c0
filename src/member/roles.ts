import * as z from 'zod/mini';
import type { Membership } from '../domain/programme';
import type { Actor, Ports } from '../domain/ports';

/** What an actor is in one programme. */
export interface ProgrammeRoles {
  readonly administrator: boolean;
  readonly sponsor: boolean;
  /** Participant ids of the mentees who named this person their assistant. */
  readonly delegateOf: readonly string[];
  readonly participantId?: string;
}

export const roleNameSchema = z.enum(['administrator', 'sponsor', 'delegate', 'participant']);
export type RoleName = z.infer<typeof roleNameSchema>;

/** Application role of the tenant that administers every programme. */
export const administratorOfAll = 'Programme.Admin';

/** One point read in the person's own partition; an unknown person has no role. */
export async function rolesOf(ports: Ports<'people'>, actor: Actor, programmeId: string): Promise<ProgrammeRoles> {
  return rolesIn(actor, (await ports.people.get(actor.directoryId, 'membership', programmeId))?.value);
}

/** The roles that a membership gives, with the role of the whole tenant; none without either. */
export function rolesIn(actor: Actor, membership: Membership | undefined): ProgrammeRoles {
  const contacts = membership?.contacts ?? [];
  const participantId = membership?.participantId;
  return {
    administrator:
      actor.appRoles.includes(administratorOfAll) || contacts.some((contact) => contact.role === 'administrator'),
    sponsor: contacts.some((contact) => contact.role === 'sponsor'),
    delegateOf: contacts.flatMap((contact) =>
      contact.role === 'delegate' && contact.menteeId !== undefined ? [contact.menteeId] : [],
    ),
    ...(participantId === undefined ? {} : { participantId }),
  };
}

/** The roles as names, for the policy. */
export function roleNames(roles: ProgrammeRoles): ReadonlySet<RoleName> {
  const names = new Set<RoleName>();
  if (roles.administrator) names.add('administrator');
  if (roles.sponsor) names.add('sponsor');
  if (roles.delegateOf.length > 0) names.add('delegate');
  if (roles.participantId !== undefined) names.add('participant');
  return names;
}
