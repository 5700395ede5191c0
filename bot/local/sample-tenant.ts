import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '../../src/kernel/coded-error';
import type { ReadPeopleTable } from '../../src/people-file/read-people-file';
import { peopleMapSchema } from '../../src/people-file/participant-contract';
import { mapPeople } from '../../src/people-file/map-people';
import type { PersonProfile } from '../../src/domain/participant';
import { programmePlanSchema, type ProgrammePlan } from '../../src/domain/programme-contract';
import type { PersonSeed, TeamSeed } from './teams-service/service-options';
import { isLanguage, type Language } from '../../src/language/languages';

/** The fictional group of local mode: the files as HR would have them, and the directory and team that belong to them. */
export interface SampleTenant {
  readonly plan: ProgrammePlan;
  readonly peopleFile: { readonly name: string; readonly bytes: Buffer };
  readonly map: unknown;
  readonly people: readonly PersonSeed[];
  readonly team: TeamSeed;
  /** Directory id of the HR administrator who sets everything up. */
  readonly administratorId: string;
}

const teamId = '19:sample-team@thread.tacv2';
/** The last so many of the file are not in the team and have no app: HR sees them with the remedy. */
const unreachable = 2;

/** Reads the sample's files, that of people with the reader given, and makes its directory. */
export async function readSampleTenant(folder: string, readTable: ReadPeopleTable): Promise<SampleTenant> {
  const plan = programmePlanSchema.parse(JSON.parse(readFileSync(join(folder, 'armorel-programme.json'), 'utf8')));
  const name = 'armorel-people.csv';
  const peopleFile = { name, bytes: readFileSync(join(folder, name)) };
  const map: unknown = JSON.parse(readFileSync(join(folder, 'armorel-map.json'), 'utf8'));
  const profiles = (await readProfiles(peopleFile, map, readTable)).filter((profile) => profile.email !== undefined);
  const people = [
    ...contactSeeds(plan),
    ...profiles.map((profile, index) => participantSeed(profile, profiles, index)),
  ];
  const members = people.map(({ directoryId }) => directoryId).slice(0, people.length - unreachable);
  const administrator = people.find((person) => person.personaRole === 'hr');
  return {
    plan,
    peopleFile,
    map,
    people,
    team: {
      id: teamId,
      name: plan.channel?.team ?? 'Passerelle',
      channels: channelsOf(plan),
      memberDirectoryIds: members,
      hasApp: false,
    },
    administratorId: administrator?.directoryId ?? '',
  };
}

async function readProfiles(
  file: SampleTenant['peopleFile'],
  map: unknown,
  readTable: ReadPeopleTable,
): Promise<readonly PersonProfile[]> {
  const table = await readTable(file.bytes, file.name);
  if (!table.ok) throw new CodedError('sample-unreadable', `${file.name}: ${table.reason}`);
  return mapPeople(table.value, peopleMapSchema.parse(map)).people;
}

function contactSeeds(plan: ProgrammePlan): readonly PersonSeed[] {
  const seeds = plan.administrators.map((contact) => ({
    ...seedOf(contact.email, contact.name, contact.language, contact.timeZone ?? plan.timeZone),
    personaRole: 'hr',
    tabRoles: ['Programme.Admin'],
  }));
  const { sponsor } = plan;
  const sponsors =
    sponsor === undefined
      ? []
      : [
          {
            ...seedOf(sponsor.email, sponsor.name, sponsor.language, sponsor.timeZone ?? plan.timeZone),
            personaRole: 'sponsor',
          },
        ];
  const assistants = plan.delegates.map((contact) => ({
    ...seedOf(contact.email, contact.name, contact.language, contact.timeZone ?? plan.timeZone),
    personaRole: 'assistant',
  }));
  return [...seeds, ...sponsors, ...assistants];
}

/** The first mentor and the first mentee of each language are the ones a newcomer plays. */
function participantSeed(profile: PersonProfile, all: readonly PersonProfile[], index: number): PersonSeed {
  const language = languageOf(profile);
  const rank = all
    .slice(0, index)
    .filter((other) => other.role === profile.role && languageOf(other) === language).length;
  const persona =
    rank < 1 && profile.role !== 'both' ? { personaRole: profile.role === 'mentor' ? 'junior' : 'senior' } : {};
  return {
    ...seedOf(profile.email ?? '', profile.name, language, profile.timeZone),
    ...persona,
    ...(profile.function === undefined ? {} : { jobTitle: profile.function }),
    ...(profile.country === undefined ? {} : { country: profile.country }),
    guest: profile.guest,
  };
}

function languageOf(profile: PersonProfile): Language {
  return profile.languages.find(isLanguage) ?? 'en';
}

function seedOf(email: string, name: string, language: string, timeZone: string): PersonSeed {
  return { directoryId: guidOf(email.toLowerCase()), name, email, language, timeZone, hasApp: false };
}

/** A GUID that follows from the text, so that a second start finds the same people. */
function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

function channelsOf(plan: ProgrammePlan): TeamSeed['channels'] {
  const wanted = plan.channel?.channel ?? 'General';
  const general = { id: teamId, name: 'General' };
  return wanted === 'General' ? [general] : [general, { id: '19:sample-channel@thread.tacv2', name: wanted }];
}
