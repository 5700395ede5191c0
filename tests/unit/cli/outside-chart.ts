/**
 * Random organisations and the files that somebody else's system would write of them. Nothing here comes from the product: what a person
 * is stands in `Somebody`, and the file says it in one of many spellings.
 */
export interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'mentor' | 'mentee' | 'both';
  readonly languages: readonly string[];
  readonly zone: string;
  readonly level?: number;
  readonly manager?: string;
  readonly team: string;
  readonly department: string;
  readonly site: string;
  readonly country: string;
  readonly capacity: number;
  readonly hours: readonly Hours[];
  readonly exclude: readonly string[];
  readonly appraisedBy: readonly string[];
  readonly guest: boolean;
  readonly shares: readonly string[];
  readonly wants: readonly string[];
}

export interface Hours {
  /** 0 is Monday. */
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

export interface Chance {
  (): number;
}

/** Mulberry32: the same numbers for the same seed. */
export function chanceOf(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <T>(chance: Chance, items: readonly T[]): T => items[Math.floor(chance() * items.length)] as T;

const first = [
  'Aïcha',
  'Björn',
  'Chloé',
  'Dmitri',
  'Élise',
  'Fatou',
  'Gaël',
  'Hana',
  'Inès',
  'João',
  'Keiko',
  'Łukasz',
];
const last = ['Lô', 'Müller', 'Nguyễn', 'O’Brien', 'Dupont-Ségur', 'de la Tour', 'Šimek', 'Tanaka'];
const topics = ['ChatGPT', 'IA générative', 'tik tok', 'podcasts', 'RSE', 'stratégie', 'Jardins partagés'];

export function organisation(chance: Chance, size: number, roles: readonly Somebody['role'][]): readonly Somebody[] {
  const ids = Array.from({ length: size }, (_, index) => `00${100 + index}`);
  const some = (count: number): string[] => ids.filter(() => chance() < count / size);
  return ids.map((id, index): Somebody => {
    const name = `${first[index % first.length]} ${last[(index * 5 + 3) % last.length]} ${String.fromCharCode(65 + index)}.`;
    // Chains, a loop now and then, a manager outside the file now and then.
    const manager =
      chance() < 0.6
        ? pick(chance, [...ids.slice(0, Math.max(1, index)), pick(chance, ids), 'X900', 'X901'])
        : undefined;
    return {
      id,
      name,
      email: `p${index}@acme.example`,
      role: pick(chance, roles),
      languages: pick(chance, [['fr'], ['en'], ['fr', 'en'], ['en', 'de'], ['de'], ['fr', 'en']]),
      zone: pick(chance, [
        'Europe/Paris',
        'Europe/Paris',
        'Europe/London',
        'America/New_York',
        'Asia/Tokyo',
        'Asia/Kolkata',
      ]),
      ...(chance() < 0.8 ? { level: 1 + Math.floor(chance() * 10) } : {}),
      ...(manager === undefined || manager === id ? {} : { manager }),
      team: pick(chance, ['Web', 'Data', '', '']),
      department: pick(chance, ['IT', 'Finance']),
      site: pick(chance, ['Lyon', 'Paris', '']),
      country: pick(chance, ['FR', 'DE', '']),
      capacity: pick(chance, [0, 1, 1, 1, 2, 3]),
      hours: pick(chance, [
        [],
        [],
        [{ day: 0, from: 9, to: 12 }],
        [
          { day: 1, from: 8, to: 18 },
          { day: 4, from: 14, to: 16 },
        ],
        [
          { day: 6, from: 22, to: 24 },
          { day: 0, from: 0, to: 12 },
        ],
      ]),
      exclude: some(0.6),
      appraisedBy: some(0.4),
      guest: chance() < 0.1,
      shares: topics.filter(() => chance() < 0.3),
      wants: topics.filter(() => chance() < 0.3),
    };
  });
}

const roleWords = {
  mentor: ['mentor', 'Mentor·e', 'Mentor (junior)', 'MENTOR'],
  mentee: ['mentee', 'Mentoré(e)', 'mentorée', 'Senior'],
  both: ['both', 'Les deux', 'Mentor / Mentee'],
};
const languageWords: Readonly<Record<string, readonly string[]>> = {
  fr: ['fr', 'Français courant', 'French', 'fr-FR', 'FRA'],
  en: ['en', 'anglais (C1)', 'English: fluent', 'en_GB'],
  de: ['de', 'Deutsch', 'allemand', 'German'],
};
/** Of several languages, levels say which comes first, whatever the header. */
const severalWords: Readonly<Record<string, readonly string[]>> = {
  fr: ['fr', 'français', 'French', 'FRA'],
  en: ['en', 'anglais', 'English', 'ENG'],
  de: ['de', 'Deutsch', 'allemand', 'German'],
};
const zoneWords: Readonly<Record<string, readonly string[]>> = {
  'Europe/Paris': ['Europe/Paris', 'Romance Standard Time', '(UTC+01:00) Brussels, Copenhagen, Madrid, Paris'],
  'Europe/London': ['Europe/London', 'GMT Standard Time'],
  'America/New_York': ['America/New_York', 'Eastern Standard Time', '(UTC-05:00) Eastern Time (US & Canada)'],
  'Asia/Tokyo': ['Asia/Tokyo', 'Tokyo Standard Time'],
  'Asia/Kolkata': ['Asia/Kolkata', 'India Standard Time'],
};
const dayWords = [
  ['lundi', 'Mon', 'lun.'],
  ['mardi', 'Tue'],
  ['mercredi', 'Wed'],
  ['jeudi', 'Thu'],
  ['vendredi', 'Fri'],
  ['samedi', 'Sat'],
  ['dimanche', 'Sun'],
];

export type Field = keyof typeof headers;
export const headers = {
  id: ['id', 'Matricule', 'Employee ID', 'employeeId', 'Personalnummer'],
  name: ['name', 'Nom complet', 'displayName', 'Full name *'],
  email: ['email', 'E-mail professionnel', 'mail', 'Work Email Address'],
  role: ['role', 'Rôle', 'Rôle (mentor / mentoré·e)', 'Mentoring Role'],
  languages: ['languages', 'Langue(s)', 'Sprachen'],
  zone: ['timeZone', 'Fuseau horaire', 'Time Zone'],
  level: ['level', 'Niveau (1-10)', 'Job Level'],
  manager: ['managerId', 'Manager - Matricule', "Worker's Manager", 'Responsable hiérarchique'],
  team: ['team', 'Équipe'],
  department: ['department', 'Direction'],
  site: ['site', 'Site de travail', 'officeLocation'],
  country: ['country', 'Pays'],
  capacity: ['capacity', 'Nombre de binômes'],
  hours: ['availability', 'Disponibilités'],
  exclude: ['exclude', 'À ne pas associer'],
  appraisedBy: ['appraisedBy', 'Évalué par'],
  guest: ['guest', 'Externe'],
  shares: ['expertise', 'Sujets à partager'],
  wants: ['goals', 'Ce que je veux apprendre'],
} as const;

/** One way to write the organisation as a file: headers, spellings, separator and the order of rows and columns are chosen by chance. */
export function writeFile(people: readonly Somebody[], chance: Chance): string {
  const separator = pick(chance, [';', ',', '\t']);
  const fields = shuffled(Object.keys(headers) as Field[], chance);
  const cell = (text: string): string => (/[;,\t\n"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const who = (id: string): string => {
    const person = people.find((one) => one.id === id);
    if (person === undefined) return pick(chance, [id, id.toLowerCase()]);
    return pick(chance, [
      id,
      String(Number(id)),
      `${Number(id)}.0`,
      person.email.toUpperCase(),
      person.name,
      `${person.name} (${id})`,
    ]);
  };
  const valueOf = (person: Somebody, field: Field): string => {
    switch (field) {
      case 'role':
        return pick(chance, roleWords[person.role]);
      case 'languages':
        return person.languages
          .map((code, place) =>
            person.languages.length > 1
              ? `${pick(chance, severalWords[code] ?? [code])} (${place === 0 ? 'C2' : 'B2'})`
              : pick(chance, languageWords[code] ?? [code]),
          )
          .join(pick(chance, [';', ', ', '\n']));
      case 'zone':
        return pick(chance, zoneWords[person.zone] ?? [person.zone]);
      case 'level':
        return person.level === undefined
          ? pick(chance, ['', 'N/A', '-'])
          : pick(chance, [`${person.level}`, `${person.level}.0`]);
      case 'manager':
        return person.manager === undefined ? pick(chance, ['', 'NO_MANAGER', '00000000']) : who(person.manager);
      case 'hours':
        return person.hours
          .map(
            ({ day, from, to }) =>
              `${pick(chance, dayWords[day] ?? [])} ${pick(chance, [`${from}h-${to}h`, `${String(from).padStart(2, '0')}:00 - ${to}:00`])}`,
          )
          .join('; ');
      case 'exclude':
      case 'appraisedBy':
        return person[field].map(who).join('; ');
      case 'guest':
        return person.guest ? pick(chance, ['oui', 'yes', 'x', 'TRUE']) : pick(chance, ['non', '', 'false']);
      case 'shares':
      case 'wants':
        return person[field].join('; ');
      case 'capacity':
        return String(person.capacity);
      default:
        return person[field];
    }
  };
  const titles = pick(chance, [[], [], ['Export RH'], ['Export RH, Lyon, mars', '']]);
  const rows = shuffled(people, chance).map((person) =>
    fields.map((field) => cell(valueOf(person, field))).join(separator),
  );
  const header = fields.map((field) => cell(pick(chance, headers[field]))).join(separator);
  return [...titles, header, ...rows, ''].join(pick(chance, ['\n', '\r\n']));
}

function shuffled<T>(items: readonly T[], chance: Chance): T[] {
  return items
    .map((item) => [chance(), item] as const)
    .sort((one, other) => one[0] - other[0])
    .map(([, item]) => item);
}
