import { createHash } from 'node:crypto';
import type { PersonProfile } from '../../../src/domain/participant';
import type { ProgrammePlan } from '../../../src/domain/programme-contract';
import type { PersonSeed, TeamSeed } from '../../local/teams-service/service-options';

/** The directory and the team of a rehearsal, made from the people of the file and the contacts of the plan. */
export interface RehearsalCast {
  readonly people: readonly PersonSeed[];
  readonly team: TeamSeed;
  readonly administratorId: string;
}

const teamId = '19:rehearsal@thread.tacv2';

/** Everybody is in the directory under their own address; one in forty never got the app, as in life. */
export function castOf(profiles: readonly PersonProfile[], plan: ProgrammePlan): RehearsalCast {
  const contacts = [...(plan.sponsor === undefined ? [] : [plan.sponsor]), ...plan.administrators, ...plan.delegates];
  const people = new Map<string, PersonSeed>();
  for (const profile of profiles) {
    if (profile.email === undefined) continue;
    people.set(
      profile.email.toLowerCase(),
      seed(profile.email, profile.name, profile.languages.includes('fr') ? 'fr' : 'en', profile.timeZone),
    );
  }
  for (const contact of contacts)
    people.set(
      contact.email.toLowerCase(),
      seed(contact.email, contact.name, contact.language, contact.timeZone ?? plan.timeZone),
    );
  const administrator = {
    ...seed('rehearsal.hr@passerelle.example', 'Rehearsal HR', 'en', 'Europe/Paris'),
    tabRoles: ['Programme.Admin'],
  };
  const everybody = [...people.values()];
  const members = everybody
    .filter((person, index) => index % 40 !== 39 || isContact(person, contacts))
    .map((person) => person.directoryId);
  const channel = plan.channel?.channel ?? 'General';
  return {
    people: [...everybody, administrator],
    team: {
      id: teamId,
      name: plan.channel?.team ?? 'Passerelle',
      channels: [
        { id: teamId, name: channel === 'General' ? 'General' : 'Général' },
        ...(channel === 'General' ? [] : [{ id: '19:programme@thread.tacv2', name: channel }]),
      ],
      memberDirectoryIds: members,
      hasApp: false,
    },
    administratorId: administrator.directoryId,
  };
}

function isContact(person: PersonSeed, contacts: readonly { readonly email: string }[]): boolean {
  return contacts.some((contact) => contact.email.toLowerCase() === person.email.toLowerCase());
}

function seed(email: string, name: string, language: string, timeZone: string): PersonSeed {
  return { directoryId: guidOf(email.toLowerCase()), name, email, language, timeZone, hasApp: false };
}

/** A GUID that follows from the text. */
function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
