import type { ProgrammePlanInput } from '../../src/domain/programme-contract';
import type { Language } from '../../src/language/languages';
import type { PersonSeed, TeamSeed } from '../../bot/local/teams-service/service-options';

export const castTeam = '19:cast@thread.tacv2';
export const castChannel = '19:cast-programme@thread.tacv2';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly role: 'mentor' | 'mentee';
  readonly languages?: string;
  readonly topics: string;
  readonly personaRole?: string;
}

/** Six pairs can be made of them; Mei shares a language with nobody. Inès and Marc alone name generative AI. */
const rows: readonly Row[] = [
  { id: 'J1', name: 'Inès Belkacem', role: 'mentor', topics: 'Generative AI:4', personaRole: 'junior' },
  { id: 'J2', name: 'Lucas Moreau', role: 'mentor', topics: 'Sustainability:4' },
  { id: 'J3', name: 'Chloé Girard', role: 'mentor', topics: 'Sustainability:3' },
  { id: 'J4', name: 'Adam Nowak', role: 'mentor', topics: 'Sustainability:4' },
  { id: 'J5', name: 'Sara Haddad', role: 'mentor', topics: 'Sustainability:3' },
  { id: 'J6', name: 'Tom Lefort', role: 'mentor', topics: 'Sustainability:4' },
  { id: 'J7', name: 'Mei Tanaka', role: 'mentor', languages: 'ja', topics: 'Sustainability:4' },
  { id: 'S1', name: 'Marc Lefèvre', role: 'mentee', topics: 'Generative AI:3', personaRole: 'senior' },
  { id: 'S2', name: 'Sophie Renaud', role: 'mentee', topics: 'Sustainability:3' },
  { id: 'S3', name: 'Philippe Garnier', role: 'mentee', topics: 'Sustainability:2' },
  { id: 'S4', name: 'Claire Dubois', role: 'mentee', topics: 'Sustainability:3' },
  { id: 'S5', name: 'Hans Weber', role: 'mentee', topics: 'Sustainability:2' },
  { id: 'S6', name: 'Nathalie Roux', role: 'mentee', topics: 'Sustainability:3' },
];

/** The programme’s own people by name, as tests speak of them. */
export const cast = {
  hr: directoryIdOf('HR'),
  sponsor: directoryIdOf('SP'),
  assistant: directoryIdOf('AS'),
  junior: directoryIdOf('J1'),
  senior: directoryIdOf('S1'),
  otherMentors: rows.filter(({ id, role }) => role === 'mentor' && id !== 'J1').map(({ id }) => directoryIdOf(id)),
  otherMentees: rows.filter(({ id, role }) => role === 'mentee' && id !== 'S1').map(({ id }) => directoryIdOf(id)),
  /** Of another programme, and not in this one’s team. */
  stranger: directoryIdOf('ST'),
} as const;

/** The directory id of a row of the file, or of a contact. */
export function directoryIdOf(id: string): string {
  return `00000000-0000-4000-8000-${Buffer.from(id).toString('hex').padStart(12, '0')}`;
}

const emailOf = (id: string): string => `${id.toLowerCase()}@armorel.example`;

/** Everybody of the tenant, who reads the given language. */
export function castPeople(language: Language): readonly PersonSeed[] {
  const seed = (id: string, name: string, more: Partial<PersonSeed> = {}): PersonSeed => ({
    directoryId: directoryIdOf(id),
    name,
    email: emailOf(id),
    language,
    timeZone: 'Europe/Paris',
    hasApp: false,
    ...more,
  });
  return [
    ...rows.map(({ id, name, personaRole }) => seed(id, name, personaRole === undefined ? {} : { personaRole })),
    seed('HR', 'Awa Diop', { personaRole: 'hr', tabRoles: ['Programme.Admin'] }),
    seed('SP', 'Hélène Marchand', { personaRole: 'sponsor' }),
    seed('AS', 'Odile Perrin', { personaRole: 'assistant' }),
    seed('ST', 'Rosa Lind', { hasApp: true }),
  ];
}

/** The programme’s team and its channel; the app is not in it yet. */
export function castTeamSeed(): TeamSeed {
  return {
    id: castTeam,
    name: 'Passages',
    channels: [
      { id: castTeam, name: 'General' },
      { id: castChannel, name: 'Programme' },
    ],
    memberDirectoryIds: castPeople('fr')
      .map(({ directoryId }) => directoryId)
      .filter((id) => id !== cast.stranger),
    hasApp: false,
  };
}

/** The programme file of the cast, complete unless overridden. */
export function castPlan(language: Language, overrides: Partial<ProgrammePlanInput> = {}): ProgrammePlanInput {
  const contact = (id: string, name: string) => ({ name, email: emailOf(id), language });
  return {
    id: 'passages',
    name: { fr: 'Passages 2027', en: 'Crossings 2027' },
    objectives: [
      {
        kind: 'digital-skills',
        wording: { fr: 'Utiliser l’IA au quotidien', en: 'Use AI every day' },
        measure: { fr: 'Part des cadres qui l’utilisent', en: 'Share of leaders who use it' },
        baseline: 20,
        target: 60,
      },
    ],
    sponsor: contact('SP', 'Hélène Marchand'),
    administrators: [contact('HR', 'Awa Diop')],
    delegates: [{ ...contact('AS', 'Odile Perrin'), mentee: 'S1' }],
    startsOn: '2026-11-23',
    months: 3,
    languages: [language],
    channel: { team: 'Passages', channel: 'Programme' },
    surveys: {},
    ...overrides,
  };
}

/** The people file of the cast; `badRow` adds a person whose role cannot be read, on line 15. */
export function castCsv(language: Language, badRow = true): Buffer {
  const lines = rows.map(({ id, name, role, languages, topics }) =>
    [
      ...[
        id,
        name,
        emailOf(id),
        role,
        languages ?? `"${language};${language === 'fr' ? 'en' : 'fr'}"`,
        'Europe/Paris',
        'FR',
        'Paris',
      ],
      ...[role === 'mentor' ? 'Data' : 'Finance', role === 'mentor' ? topics : '', role === 'mentee' ? topics : ''],
      `manager-of-${id}`,
    ].join(','),
  );
  const bad = `X1,Paul Martin,${emailOf('X1')},boss,fr,Europe/Paris,FR,Paris,Sales,,,`;
  const head = 'id,name,email,role,languages,timeZone,country,site,function,expertise,goals,managerId';
  return Buffer.from(`${[head, ...lines, ...(badRow ? [bad] : [])].join('\n')}\n`);
}

/** How many people of the file can be taken. */
export const castSize = rows.length;
