import type { PersonProfile } from '../domain/participant';

/** What the product keeps of a row: age band and gender are the person's alone to give, so a file's are left behind. */
export function importablePerson(person: PersonProfile): PersonProfile {
  const { ageBand: _ageBand, gender: _gender, ...kept } = person;
  return { ...kept, consentDiversity: false };
}
