import { ok, refused, type Result } from '../kernel/result';
import { loadMember } from '../member/load-member';
import type { Actor, Ports } from '../domain/ports';
import type { Reader } from '../domain/view';
import type { Role } from '../domain/participant';
import { profileWords, type ProfileView } from './profile-words';

export interface OpenProfile {
  readonly profile: ProfileView;
  readonly role: Role;
  readonly reader: Reader;
  readonly programmeName: string;
}

/** What the dialog to correct one's details begins with. */
export async function openProfile(
  ports: Ports<'programmes' | 'people'>,
  actor: Actor,
  programmeId: string,
): Promise<Result<OpenProfile, 'not-found'>> {
  const member = await loadMember(ports, actor, programmeId);
  if (member?.participant === undefined) return refused('not-found');
  const { profile } = member.participant.value;
  return ok({
    profile: profileWords(profile, member.reader.language),
    role: profile.role,
    reader: member.reader,
    programmeName: member.programme.value.plan.name[member.reader.language],
  });
}
