import type { Instant } from '../kernel/clock';
import { isPaused } from './pause-rules';
import type { Participant, PersonProfile } from './participant';

/** Whether the person waits for a partner at `now`: in, not away, and not content with the pairs they had. */
export function wantsPartner(person: Participant, now: Instant): boolean {
  return person.state === 'enrolled' && (person.rematch?.wish ?? 'another') === 'another' && !isPaused(person, now);
}

/** Nobody sits deeper in an organisation: a chain of managers is followed no further, so that one that turns back on itself ends. */
export const mostManagersAbove = 30;

/** Whether two states of a file put the person at the same place: manager, appraisal panel, team, and from where they come. */
export function isSamePlace(one: PersonProfile, other: PersonProfile): boolean {
  return placeOf(one) === placeOf(other);
}

function placeOf({
  managerId,
  appraisedBy = [],
  department,
  team,
  guest,
  partnerOrganisation: partner,
}: PersonProfile): string {
  return JSON.stringify([managerId, [...appraisedBy].sort(), department, team, guest, partner]);
}
