import type { Contact } from '../domain/programme';
import type { ProgrammePlan } from '../domain/programme-contract';
import type { Language } from '../language/languages';

/** The contacts a plan names, by their stable ids, not linked yet. */
export function contactsOf(plan: ProgrammePlan): readonly Contact[] {
  const sponsor = plan.sponsor === undefined ? [] : [contact('sponsor', 'sponsor', plan.sponsor)];
  const administrators = plan.administrators.map((person, index) =>
    contact(`administrator-${String(index + 1)}`, 'administrator', person),
  );
  const delegates = plan.delegates.map((person, index) => ({
    ...contact(`delegate-${String(index + 1)}`, 'delegate', person),
    menteeId: person.mentee,
  }));
  return [...sponsor, ...administrators, ...delegates];
}

function contact(
  id: string,
  role: Contact['role'],
  person: { readonly name: string; readonly email: string; readonly language: Language; readonly timeZone: string },
): Contact {
  return {
    id,
    role,
    name: person.name,
    email: person.email,
    language: person.language,
    timeZone: person.timeZone,
    reach: 'unknown',
  };
}
