import type { Reader } from '../domain/view';
import { statable } from '../domain/diversity-rules';
import type { Programme } from '../domain/programme';
import type { Participant } from '../domain/participant';
import { profileWords } from './profile-words';
import type { OfProgramme } from '../domain/view';
import type { ProfileView } from './profile-words';

export interface InvitationView extends OfProgramme {
  readonly card: 'invitation';
  readonly state: 'open' | 'in' | 'not-now' | 'closed';
  readonly role: 'mentor' | 'mentee' | 'both';
  readonly months: number;
  readonly sponsorName: string;
  readonly objectives: readonly string[];
  readonly profile: ProfileView;
  /** Whether the programme lets people say something of themselves for its mix. */
  readonly diversity?: true;
}

declare module '../domain/view' {
  interface ViewByCard {
    invitation: InvitationView;
  }
}

/** The invitation as it stands for this person. */
export function invitationView(programme: Programme, participant: Participant, reader: Reader): InvitationView {
  const { plan } = programme;
  return {
    card: 'invitation',
    programmeId: programme.id,
    programmeName: plan.name[reader.language],
    state: invitationState(programme, participant),
    role: participant.profile.role,
    months: plan.months,
    sponsorName: plan.sponsor?.name ?? '',
    objectives: plan.objectives.map((objective) => objective.wording[reader.language]),
    profile: profileWords(participant.profile, reader.language),
    ...(participant.state === 'enrolled' && statable(programme).length > 0 ? { diversity: true } : {}),
  };
}

function invitationState(programme: Programme, participant: Participant): 'open' | 'in' | 'not-now' | 'closed' {
  if (participant.state === 'enrolled') return 'in';
  if (programme.state === 'closed') return 'closed';
  return participant.state === 'not-now' ? 'not-now' : 'open';
}
