import { localDay } from '../calendar/local-day';
import type { Instant } from '../kernel/clock';
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
  /** ISO date of the first day, while it is to come. */
  readonly startsOn?: string;
  readonly reminder?: true;
  /** In full: an invitation is signed. */
  readonly sponsorName: string;
  /** What the sponsor said with their pledge; absent where they pledged without words, or not yet. */
  readonly sponsorWords?: string;
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
export function invitationView(
  programme: Programme,
  participant: Participant,
  reader: Reader,
  now: Instant,
): InvitationView {
  const { plan } = programme;
  const words = programme.pledge?.words;
  const isAhead = plan.startsOn > localDay(now, plan.timeZone);
  return {
    card: 'invitation',
    programmeId: programme.id,
    programmeName: plan.name[reader.language],
    state: invitationState(programme, participant),
    role: participant.profile.role,
    months: plan.months,
    ...(isAhead ? { startsOn: plan.startsOn } : {}),
    sponsorName: plan.sponsor?.name ?? '',
    ...(words === undefined || words === '' ? {} : { sponsorWords: words }),
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
