import {
  boardRowSchema,
  boardSchema,
  type Board,
  type BoardPageDto,
  type BoardRowDto,
} from '../../../src/board/api-contract';
import type { MonthStep } from '../../../src/domain/board';
import { draftSchema, type DraftDto } from '../../../src/draft/api-contract';
import {
  messageDaysSchema,
  messageListSchema,
  messageTotalsSchema,
  unreachedListSchema,
  type MessageDays,
  type MessageList,
  type MessageTotals,
  type UnreachedList,
} from '../../../src/hr-page/messaging-api-contract';
import { peopleListSchema, type PeopleList } from '../../../src/enrolment/api-contract';
import {
  fileColumnsSchema,
  peopleCheckSchema,
  type FieldColumns,
  type FileColumns,
  type PeopleCheck,
} from '../../../src/people-file/api-contract';
import { peopleFields, type PeopleField } from '../../../src/people-file/participant-contract';
import { presetPolicy } from '../../../src/pairing/scoring/policy';
import {
  overviewSchema,
  sponsorPageSchema,
  type Overview,
  type SponsorPage,
} from '../../../src/hr-page/programme-api-contract';
import { meSchema, type Me } from '../../../src/hr-page/me-api-contract';
import { jobListSchema, type JobDto } from '../../../src/hr-page/work-api-contract';

/*
 * Answers of the API, each parsed by its contract: a contract that changes makes these fail before a page does.
 */

export const now = '2027-02-16T09:00:00.000Z';
export const programmeId = 'regards';
const name = { fr: 'Regards croisés 2027', en: 'Crossed views 2027' };

const juniors = [
  'Zoé Marchand',
  'Yuki Tanaka',
  'Lukas Brandt',
  'Inès Benali',
  'Émile Gagnon',
  'Sofia Costa',
  'Noah Fischer',
  'Maëlle Le Goff',
  'Haruto Sato',
  'Clara Vidal',
];
const seniors = [
  'Philippe de Montferrand',
  'Brigitte Vogel',
  'Kenji Watanabe',
  'Catherine Tremblay',
  'Jean-Baptiste Roux',
  'Anne-Sophie Keller',
  'Martin Lefèvre',
  'Hélène Dubois',
  'Akiko Mori',
  'François-Xavier Bernard',
];
const topics = ['generative-ai', 'collaboration-tools', 'automation', 'ai-ethics', 'prompting'];

export function me(overrides: Partial<Me> = {}): Me {
  return meSchema.parse({
    directoryId: '00000000-0000-0000-0000-000000000021',
    name: 'Nadia Haddad',
    administratorOfAll: false,
    now,
    programmes: [{ id: programmeId, name, state: 'running', roles: ['administrator'] }],
    ...overrides,
  });
}

export function myEntry(
  roles: Me['programmes'][number]['roles'],
  overrides: Partial<Me['programmes'][number]> = {},
): Me['programmes'][number] {
  return { id: programmeId, name, state: 'running', roles, ...overrides };
}

const objectives: Overview['objectives'] = [
  {
    kind: 'digital-skills',
    wording: {
      fr: 'Chaque dirigeant utilise un assistant IA dans son travail',
      en: 'Every leader uses an AI assistant at work',
    },
    measure: {
      fr: 'Part des dirigeants qui s’en servent chaque semaine.',
      en: 'Share of leaders who use one every week.',
    },
    unit: '%',
    baseline: 12,
    target: 60,
  },
  {
    kind: 'understanding-a-generation',
    wording: { fr: 'Les générations se comprennent mieux', en: 'The generations understand each other better' },
    measure: { fr: 'Accord moyen, de 1 à 5.', en: 'Mean agreement, 1 to 5.' },
    unit: 'points',
    baseline: 3.1,
    target: 3.8,
  },
];

export function overview(overrides: Partial<Overview> = {}): Overview {
  return overviewSchema.parse({
    id: programmeId,
    name,
    state: 'running',
    phase: 'under-way',
    month: 3,
    version: '7',
    startsOn: '2026-12-07',
    months: 6,
    format: 'informal',
    timeZone: 'Europe/Paris',
    objectives,
    sponsor: { name: 'Éléonore Castel', reach: 'reachable' },
    pledge: { at: '2026-11-24T10:00:00.000Z', words: 'J’apprendrai autant que je partagerai.' },
    channel: { team: 'Direction', channel: 'Regards croisés', found: true },
    openedAt: '2026-11-25T08:00:00.000Z',
    readiness: { ready: true, items: [] },
    toDo: [
      { item: 'renewals', count: 4, until: '2027-03-02T17:00:00.000Z' },
      { item: 'messages-failed', count: 2 },
      { item: 'not-enrolled', count: 13 },
    ],
    counts: {
      participants: { total: 62, reachable: 62, invited: 62, enrolled: 49, withoutPartner: 5, withdrawn: 0 },
      proposals: { open: 2, accepted: 22, notFormed: 3 },
      pairs: { active: 22, finished: 0, ended: 0 },
      sessions: { booked: 9, held: 37, missed: 2 },
    },
    rounds: [
      {
        id: 'baseline',
        instrument: 'baseline',
        state: 'closed',
        opensAt: '2026-12-07T08:00:00.000Z',
        closesAt: '2026-12-21T08:00:00.000Z',
        asked: 49,
        atLeast: 40,
      },
      {
        id: 'pulse-1',
        instrument: 'pulse',
        state: 'closed',
        opensAt: '2027-01-04T08:00:00.000Z',
        closesAt: '2027-01-18T08:00:00.000Z',
        atLeast: 30,
      },
      {
        id: 'pulse-2',
        instrument: 'pulse',
        state: 'open',
        opensAt: '2027-02-08T08:00:00.000Z',
        closesAt: '2027-02-22T08:00:00.000Z',
      },
      {
        id: 'midpoint',
        instrument: 'midpoint',
        state: 'planned',
        opensAt: '2027-03-08T08:00:00.000Z',
        closesAt: '2027-03-22T08:00:00.000Z',
        asked: 44,
      },
      {
        id: 'closing',
        instrument: 'closing',
        state: 'planned',
        opensAt: '2027-05-31T08:00:00.000Z',
        closesAt: '2027-06-14T08:00:00.000Z',
      },
    ],
    foldedAt: '2027-02-16T08:58:00.000Z',
    ruleEnds: [],
    unreadable: [],
    ...overrides,
  });
}

/** A programme whose last pairs have had their months, and that is over. */
export function overviewClosed(): Overview {
  const { month: _month, ...rest } = overview();
  return overviewSchema.parse({
    ...rest,
    state: 'closed',
    phase: 'closed',
    toDo: [],
    closedAt: '2027-07-19T08:00:00.000Z',
    counts: {
      ...rest.counts,
      proposals: { ...rest.counts.proposals, open: 0 },
      pairs: { active: 0, finished: 20, ended: 2 },
      sessions: { booked: 0, held: 118, missed: 9 },
    },
  });
}

export function overviewInSetup(language: 'fr' | 'en', overrides: Partial<Overview> = {}): Overview {
  const words = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const { pledge: _pledge, openedAt: _opened, foldedAt: _folded, month: _month, ...rest } = overview();
  return overviewSchema.parse({
    ...rest,
    state: 'setup',
    phase: 'setting-up',
    toDo: [{ item: 'link', count: 4 }],
    channel: { team: 'Direction', channel: 'Regards croisés', found: false },
    readiness: {
      ready: false,
      items: [
        {
          item: 'objectives',
          done: true,
          giver: 'administrator',
          words: words('Les objectifs sont définis.', 'The objectives are set.'),
        },
        {
          item: 'sponsor',
          done: true,
          giver: 'administrator',
          words: words('Le sponsor est nommé.', 'The sponsor is named.'),
        },
        {
          item: 'surveys',
          done: true,
          giver: 'administrator',
          words: words('Les questionnaires sont prévus.', 'The surveys are planned.'),
        },
        {
          item: 'target',
          done: false,
          giver: 'administrator',
          words: words('L’objectif 2 n’a pas de cible.', 'Objective 2 has no target.'),
        },
        {
          item: 'pledge',
          done: false,
          giver: 'sponsor',
          words: words(
            'Éléonore Castel n’a pas encore donné son engagement.',
            'Éléonore Castel has not given the pledge yet.',
          ),
        },
        {
          item: 'channel-link',
          done: false,
          giver: 'administrator',
          words: words('Le bot n’est pas encore dans l’équipe Direction.', 'The bot is not in the team Direction yet.'),
        },
      ],
    },
    counts: {
      participants: { total: 62, reachable: 58, invited: 0, enrolled: 0, withoutPartner: 0, withdrawn: 0 },
      proposals: { open: 0, accepted: 0, notFormed: 0 },
      pairs: { active: 0, finished: 0, ended: 0 },
      sessions: { booked: 0, held: 0, missed: 0 },
    },
    rounds: [],
    ...overrides,
  });
}

const rhythms: readonly (readonly MonthStep[])[] = [
  ['held', 'held', 'booked', 'none', 'none', 'none'],
  ['held', 'held', 'held', 'none', 'none', 'none'],
  ['held', 'missed', 'proposing', 'none', 'none', 'none'],
  ['missed', 'unclear', 'none', 'none', 'none', 'none'],
  ['held', 'asked', 'none', 'none', 'none', 'none'],
];
const healthOf = ['on-track', 'on-track', 'quiet', 'needs-a-time', 'on-track'] as const;

export function board(pairs = 22, overrides: Partial<Board> = {}): Board {
  const rows = boardRows(0, pairs);
  return boardSchema.parse({
    version: 31,
    ...(pairs === 0 ? {} : { foldedAt: '2027-02-16T08:58:00.000Z' }),
    pairs: countByHealth(rows),
    rows,
    pages: [],
    ...overrides,
  });
}

/** A board whose first answer has 160 rows, and as many pages of `perPage` rows as it takes. */
export function boardInPages(
  pairs: number,
  perPage = 500,
): { readonly first: Board; readonly pages: readonly BoardPageDto[] } {
  const count = Math.ceil((pairs - 160) / perPage);
  const pages = Array.from({ length: count }, (_none, page) => ({
    tag: '31.2027-02-16',
    rows: boardRows(160 + page * perPage, Math.min(pairs, 160 + (page + 1) * perPage)),
  }));
  const first = board(160, {
    pairs: countByHealth(boardRows(0, pairs)),
    pages: pages.map(({ tag }, page) => ({ id: `page-${page}`, tag })),
  });
  return { first, pages };
}

function boardRows(from: number, to: number): BoardRowDto[] {
  return Array.from({ length: to - from }, (_none, place) => {
    const index = from + place;
    return boardRowSchema.parse({
      pairId: `pair-${index}`,
      mentor: { id: `j${index}`, name: nameAt(juniors, index) },
      mentee: { id: `s${index}`, name: nameAt(seniors, index * 3) },
      topics: [topics[index % topics.length] ?? 'prompting'],
      startedAt: '2026-12-10T09:00:00.000Z',
      months: [...(rhythms[index % rhythms.length] ?? [])],
      ...(index % 5 === 0 ? { nextSession: `2027-02-${String(17 + (index % 10))}T13:30:00.000Z` } : {}),
      state: 'active',
      health: healthOf[index % healthOf.length] ?? 'on-track',
    });
  });
}

function countByHealth(rows: readonly BoardRowDto[]): Board['pairs'] {
  const count = (health: BoardRowDto['health']): number => rows.filter((row) => row.health === health).length;
  return {
    'on-track': count('on-track'),
    'on-hold': count('on-hold'),
    quiet: count('quiet'),
    'needs-a-time': count('needs-a-time'),
    finished: count('finished'),
    ended: count('ended'),
  };
}

function nameAt(names: readonly string[], index: number): string {
  const turn = Math.floor(index / names.length);
  return `${names[index % names.length] ?? ''}${turn === 0 ? '' : ` ${'BCDEFGH'.charAt(turn - 1) || turn}.`}`;
}

export function people(language: 'fr' | 'en', overrides: Partial<PeopleList> = {}): PeopleList {
  const remedy =
    language === 'fr'
      ? 'Installer l’application par la stratégie Teams, ou lui envoyer le lien d’invitation.'
      : 'Install the app through the Teams policy, or send them the join link.';
  return peopleListSchema.parse({
    people: [...juniors, ...seniors].map((person, index) => ({
      id: `p${index}`,
      name: person,
      role: index < juniors.length ? 'mentor' : index === 12 ? 'both' : 'mentee',
      ...(index % 6 === 5
        ? {}
        : { email: `personne.${index}@armorel.example`, department: 'Production', site: 'Belfort', level: 3 }),
      timeZone: index === 0 ? 'America/Montreal' : 'Europe/Paris',
      language: index === 0 ? 'en' : 'fr',
      pairs: index % 4 === 0 ? 1 : 0,
      state: index % 7 === 3 ? 'not-enrolled' : index % 9 === 4 ? 'imported' : 'enrolled',
      linked: index !== 5,
      ...(index === 5 ? {} : { linkedBy: 'team-roster' }),
      reach: index === 5 ? 'not-linked' : index % 8 === 6 ? 'app-missing' : 'reachable',
      ...(index === 5 || index % 8 === 6 ? { remedy } : {}),
    })),
    ...overrides,
  });
}

export function peopleCheck(overrides: Partial<PeopleCheck> = {}): PeopleCheck {
  return peopleCheckSchema.parse({
    importId: 'import-1',
    rows: 1470,
    accepted: 1250,
    findings: [
      {
        kind: 'noticed',
        protects: true,
        row: 1,
        column: 'managerId',
        reason: 'no-managers',
        message: {
          fr: 'Aucune ligne n’indique de responsable\u00a0: les binômes d’une même ligne hiérarchique ne peuvent pas être écartés.',
          en: 'No row names a manager: pairs within one reporting line cannot be kept out.',
        },
        count: 0,
        examples: [],
        fix: { field: 'managerId', column: 'Référent hiérarchique N+1', matches: 1204, of: 1470 },
      },
      {
        kind: 'refused',
        row: 17,
        column: 'timeZone',
        reason: 'time-zone-unknown',
        message: {
          fr: '«\u00a0Paris\u00a0» n’est pas un fuseau IANA\u202f; par exemple Europe/Paris.',
          en: '“Paris” is not an IANA time zone; for example Europe/Paris.',
        },
        count: 218,
        examples: Array.from({ length: 50 }, (_none, index) => ({
          row: 17 + index,
          id: `A${17 + index}`,
          name: `Personne ${17 + index}`,
          value: 'Paris',
        })),
      },
      {
        kind: 'refused',
        row: 1041,
        column: 'role',
        reason: 'role-unknown',
        message: {
          fr: 'Ce ne sont pas des rôles connus\u00a0: mentor, mentoré ou les deux.',
          en: 'These are not known roles: mentor, mentee or both.',
        },
        count: 2,
        examples: [
          { row: 1041, id: 'A1041', name: 'Inès Moreau', value: 'parrain' },
          { row: 1044, id: 'A1044', name: 'Bo Ek', value: 'chef' },
        ],
      },
      {
        kind: 'noticed',
        row: 1,
        column: 'origine',
        reason: 'origin-not-read',
        message: {
          fr: 'La colonne «\u00a0origine\u00a0» n’est jamais lue.',
          en: 'The column “origine” is never read.',
        },
        count: 0,
        examples: [],
      },
    ],
    findingsMore: 0,
    columns: fileColumns({
      id: ['Matricule'],
      name: ['Prénom', 'Nom'],
      email: ['Courriel'],
      role: ['Rôle souhaité'],
      site: ['Site'],
      goals: ['Sujets à explorer'],
    }),
    added: 60,
    changed: 2,
    unchanged: 1188,
    missing: 1,
    returning: 0,
    nameless: 0,
    ...overrides,
  });
}

const headers = ['Matricule', 'Prénom', 'Nom', 'Courriel', 'Rôle souhaité', 'Site', 'Sujets à explorer'];
const knownRoles = [
  { value: 'Mentor', meaning: 'mentor' },
  { value: 'Mentoré·e', meaning: 'mentee' },
];

/** How a file with usual names, or the given ones, is read. */
export function fileColumns(
  columns: Partial<Readonly<Record<PeopleField, readonly string[]>>>,
  values: Partial<Readonly<Record<PeopleField, FieldColumns['values']>>> = { role: knownRoles },
  overrides: Partial<FileColumns> = {},
): FileColumns {
  return fileColumnsSchema.parse({
    headers,
    headersMore: 0,
    fields: offered.map((field) => ({
      field,
      columns: columns[field] ?? [],
      ...(values[field] === undefined ? {} : { values: values[field], valuesMore: 0 }),
    })),
    superiors: [],
    missing: [],
    ...overrides,
  });
}
const offered = peopleFields.filter((field) => !['ageBand', 'gender', 'consentDiversity'].includes(field));

/** A file of odd headers: nothing of what is needed is recognised, or only its values are not. */
export function oddFile(missing: FileColumns['missing'] = ['person-id', 'name', 'role']): PeopleCheck {
  const odd = { headers: ['Réf. RH', 'Patronyme', 'Petit nom', 'Job Level', 'Établissement de rattachement'] };
  return missing.length > 0
    ? peopleCheck({
        ...nobody,
        columns: fileColumns({ site: ['Établissement de rattachement'] }, {}, { ...odd, missing }),
      })
    : peopleCheck({
        ...nobody,
        columns: fileColumns(
          { id: ['Réf. RH'], name: ['Petit nom', 'Patronyme'], role: ['Job Level'] },
          { role: [{ value: '1' }, { value: '2' }, { value: 'Comité exécutif' }] },
          odd,
        ),
      });
}
const nobody = { importId: undefined, accepted: 0, findings: [], added: 0, changed: 0, unchanged: 0, missing: 0 };

export function draft(overrides: Partial<DraftDto> = {}): DraftDto {
  return draftSchema.parse({
    id: 'draft-1',
    state: 'ready',
    seed: 1,
    createdAt: '2027-01-04T10:00:00.000Z',
    pairCount: 5,
    unpairedCount: 2,
    total: 412,
    upperBound: 412,
    optimal: true,
    unknownRules: [],
    inputHash: '4f1c2d3e5a6b7c8d9e0f',
    revision: 2,
    choices: { policy: presetPolicy('blank'), locked: [], apart: [] },
    coverage: coverage(),
    departments: ['Recherche et développement', 'Finance'],
    aims: [],
    refusedLocks: [],
    notAsked: [],
    help: [
      {
        fr: 'Deux mentorés de Lyon de plus placeraient quatre mentors.',
        en: 'Two more mentees from Lyon would place four mentors.',
      },
    ],
    pairs: Array.from({ length: 5 }, (_none, index) => ({
      mentor: { id: `j${index}`, name: nameAt(juniors, index) },
      mentee: { id: `s${index}`, name: nameAt(seniors, index) },
      score: 84 - index * 3,
      topics: [topics[index % topics.length] ?? 'prompting'],
      parts: [
        {
          part: 'topic',
          points: 60,
          reason: {
            fr: 'Le sujet demandé est celui que la personne pratique chaque jour.',
            en: 'The topic asked for is one the person practises every day.',
          },
        },
        {
          part: 'language',
          points: 30,
          reason: { fr: 'Une langue en commun : le français.', en: 'A language in common: French.' },
        },
        {
          part: 'zones',
          points: -6 - index * 3,
          reason: { fr: 'Peu d’heures ouvrées en commun.', en: 'Few working hours in common.' },
        },
      ],
    })),
    unpaired: [
      {
        person: { id: 'j9', name: 'Clara Vidal' },
        role: 'mentor',
        reasons: [{ fr: 'Plus de mentors que de places : 2 de plus.', en: 'More mentors than places: 2 more.' }],
      },
      {
        person: { id: 's9', name: 'Akiko Mori' },
        role: 'mentee',
        reasons: [
          {
            fr: 'Aucune langue commune avec les mentors libres.',
            en: 'No language in common with the mentors who are free.',
          },
        ],
      },
    ],
    ...overrides,
  });
}

function coverage(): DraftDto['coverage'] {
  return [
    { by: 'site', group: 'Lyon', side: 'mentor', volunteers: 12, placed: 3 },
    { by: 'site', group: 'Paris', side: 'mentor', volunteers: 18, placed: 16 },
    { by: 'site', group: 'Lyon', side: 'mentee', volunteers: 7, placed: 7 },
    { by: 'function', group: 'Finance', side: 'mentor', volunteers: 9, placed: 4 },
    { by: 'function', group: 'Finance', side: 'mentee', volunteers: 8, placed: 6 },
    { by: 'country', group: 'FR', side: 'mentor', volunteers: 30, placed: 19 },
    { by: 'language', group: 'fr', side: 'mentee', volunteers: 22, placed: 20 },
  ];
}

export function messages(language: 'fr' | 'en', overrides: Partial<MessageList> = {}): MessageList {
  const words = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const base = { tries: 1, canRetry: false, createdAt: '2027-02-15T08:00:00.000Z', at: '2027-02-15T08:01:00.000Z' };
  return messageListSchema.parse({
    messages: [
      {
        ...base,
        id: 'm1',
        kind: 'introduction',
        kindWords: words('Présentation du binôme', 'Introduction of the pair'),
        to: { kind: 'participant', id: 'p2', name: 'Lukas Brandt' },
        state: 'dead',
        reason: 'tries',
        words: words('Cinq essais sans réponse de Teams.', 'Five tries without an answer from Teams.'),
        tries: 5,
        canRetry: true,
      },
      {
        ...base,
        id: 'm2',
        kind: 'booked',
        kindWords: words('Séance réservée', 'Session booked'),
        to: { kind: 'participant', id: 'p6', name: 'Noah Fischer' },
        state: 'blocked',
        reason: 'app-missing',
        words: words('La personne n’a pas l’application.', 'The person does not have the app.'),
      },
      {
        ...base,
        id: 'm3',
        kind: 'channel-reminder',
        kindWords: words('Rappel du mois', 'Monthly reminder'),
        to: { kind: 'channel' },
        state: 'sent',
        reason: '',
        words: words('Envoyé', 'Sent'),
        at: '2027-02-01T08:01:00.000Z',
      },
    ],
    next: '0-next',
    ...overrides,
  });
}

export function messageTotals(language: 'fr' | 'en', overrides: Partial<MessageTotals> = {}): MessageTotals {
  const words = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const ended = { sent: 1_204, failed: 1, blocked: 2, ambiguous: 1, dead: 3, cancelled: 4, skipped: 0 };
  return messageTotalsSchema.parse({
    waiting: 6,
    moreWait: false,
    ended: Object.entries(ended).map(([state, count]) => ({ state, count })),
    kinds: [
      { kind: 'introduction', words: words('Présentation du binôme', 'Introduction of the pair') },
      { kind: 'channel-reminder', words: words('Rappel du mois', 'Monthly reminder') },
      { kind: 'booked', words: words('Séance réservée', 'Session booked') },
    ],
    ...overrides,
  });
}

export function messageDays(language: 'fr' | 'en'): MessageDays {
  const words = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  return messageDaysSchema.parse({
    days: [
      { day: '2027-02-14', kinds: [{ kind: 'survey', words: words('Questionnaire', 'Survey'), atLeast: 50 }] },
      {
        day: '2027-01-11',
        kinds: [
          { kind: 'invitation', words: words('Invitation', 'Invitation'), atLeast: 1_150 },
          { kind: 'proposal', words: words('Proposition de binôme', 'Proposal of a pair'), atLeast: 40 },
        ],
      },
    ],
  });
}

export function unreached(language: 'fr' | 'en'): UnreachedList {
  const words = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const person = (id: string, name: string) => ({ id: `participant|${id}`, to: { kind: 'participant', id, name } });
  return unreachedListSchema.parse({
    people: [
      {
        ...person('p2', 'Lukas Brandt'),
        state: 'dead',
        reason: 'timeout',
        words: words('Teams n’a pas répondu à temps.', 'Teams did not answer in time.'),
        on: '2027-02-14',
        canRetry: true,
      },
      {
        ...person('p6', 'Noah Fischer'),
        state: 'blocked',
        reason: 'app-missing',
        words: words('La personne n’a pas l’application.', 'The person does not have the app.'),
        on: '2027-02-12',
        canRetry: false,
      },
    ],
  });
}

export function jobs(): readonly JobDto[] {
  const base = { ref: 'x', tries: 1, createdAt: '2027-02-15T08:00:00.000Z', canRetry: false, canCancel: false };
  return jobListSchema.parse({
    jobs: [
      { ...base, id: 'job-1', kind: 'reach', state: 'running', progress: 0.4, canCancel: true },
      { ...base, id: 'job-2', kind: 'draft', state: 'done', progress: 1, finishedAt: '2027-02-15T08:02:00.000Z' },
      {
        ...base,
        id: 'job-3',
        kind: 'import',
        state: 'dead',
        progress: 0.2,
        tries: 5,
        reason: 'Le stockage n’a pas répondu.',
        canRetry: true,
      },
    ],
  }).jobs;
}

export function sponsorPage(overrides: Partial<SponsorPage> = {}): SponsorPage {
  const { rounds, foldedAt, pledge } = overview();
  return sponsorPageSchema.parse({
    id: programmeId,
    name,
    state: 'running',
    phase: 'under-way',
    month: 3,
    startsOn: '2026-12-07',
    months: 6,
    objectives,
    pledge,
    figures: [
      { figure: 'enrolled', hidden: false, value: 49 },
      { figure: 'pairs-active', hidden: false, value: 22 },
      { figure: 'pairs-finished', hidden: true },
      { figure: 'sessions-booked', hidden: false, value: 9 },
      { figure: 'sessions-held', hidden: true },
    ],
    rounds,
    foldedAt,
    ...overrides,
  });
}
