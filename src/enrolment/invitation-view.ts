import type { CardView, Reader } from '../domain/view';
import { statable } from '../domain/diversity-rules';
import type { Programme } from '../domain/programme';
import type { Participant } from '../domain/participant';
import { profileWords } from './profile-words';

/** The invitation as it stands for this person. */
export function invitationView(programme: Programme, participant: Participant, reader: Reader): CardView {
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
