import type { Contact } from '../domain/programme';
import type { ProgrammePlan } from '../domain/programme-contract';
import type { Language } from '../language/languages';

/** The contacts a plan names, by their stable ids, not linked yet; in the programme's zone where nobody stated theirs. */
export function contactsOf(plan: ProgrammePlan): readonly Contact[] {
  const sponsor = plan.sponsor === undefined ? [] : [contact(plan, 'sponsor', 'sponsor', plan.sponsor)];
  const administrators = plan.administrators.map((person, index) =>
    contact(plan, `administrator-${String(index + 1)}`, 'administrator', person),
  );
  const delegates = plan.delegates.map((person, index) => ({
    ...contact(plan, `delegate-${String(index + 1)}`, 'delegate', person),
    menteeId: person.mentee,
  }));
  return [...sponsor, ...administrators, ...delegates];
}

function contact(
  plan: Pick<ProgrammePlan, 'timeZone'>,
  id: string,
  role: Contact['role'],
  person: {
    readonly name: string;
    readonly email: string;
    readonly language: Language;
    readonly timeZone?: string | undefined;
  },
): Contact {
  return {
    id,
    role,
    name: person.name,
    email: person.email,
    language: person.language,
    timeZone: person.timeZone ?? plan.timeZone,
    reach: 'unknown',
  };
}
