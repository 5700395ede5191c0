import type { Instant } from '../kernel/clock';
import { isPaused } from '../pause/rules';
import type { Participant } from './model';

/** Whether the person waits for a partner at `now`: in, not away, and not content with the pairs they had. */
export function wantsPartner(person: Participant, now: Instant): boolean {
  return person.state === 'enrolled' && person.rematch?.wish !== 'enough' && !isPaused(person, now);
}
