import type { Participant } from './model';

/** Whether the person waits for a partner: they are in, and have not said that the pairs they had are enough. */
export function wantsPartner(person: Participant): boolean {
  return person.state === 'enrolled' && person.rematch?.wish !== 'enough';
}
