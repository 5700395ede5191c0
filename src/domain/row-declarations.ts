import { pairRowDeclarations } from './pair-row-declarations';
import { participantRowDeclarations } from './participant-row-declarations';
import type { RowDeclarations } from './row-declaration';
import type { AnswerRows, KeyRows, PairRows, PersonRows, ProgrammeRows, TenantRows } from './rows';
import { workRowDeclarations } from './work-row-declarations';

/** Partition: the programme's id. */
const programmes = {
  ...participantRowDeclarations,
  ...pairRowDeclarations,
  ...workRowDeclarations,
} satisfies RowDeclarations<ProgrammeRows>;

/** Partition: the person's directory id. */
const people = {
  person: {
    key: 'person',
    whose: [{ of: 'person', by: 'directory', in: 'partition' }],
    kept: 'person-erased',
    erased: 'deleted',
    backup: 'copied',
    myData: 'whole',
    hrExport: 'none',
  },
  reference: {
    key: 'reference',
    whose: [{ of: 'person', by: 'directory', in: 'partition' }],
    kept: 'app-removed',
    erased: 'deleted',
    backup: 'copied',
    myData: 'whole',
    hrExport: 'none',
  },
  membership: {
    key: '{programmeId}',
    whose: [{ of: 'person', by: 'directory', in: 'partition' }],
    kept: 'no-longer-named',
    erased: 'deleted',
    backup: 'copied',
    myData: 'whole',
    hrExport: 'none',
  },
  former: {
    key: '{directory id of the partner}',
    whose: [
      { of: 'person', by: 'directory', in: 'partition' },
      { of: 'person', by: 'directory', in: '{directory id of the partner}' },
    ],
    kept: 'person-erased',
    erased: 'deleted',
    backup: 'copied',
    myData: 'told-by-others',
    hrExport: 'none',
  },
  booked: {
    key: '{start}|{programmeId}|{sessionKey}',
    whose: [{ of: 'person', by: 'directory', in: 'partition' }],
    kept: 'hour-given-up',
    erased: 'deleted',
    backup: 'copied',
    myData: 'told-by-others',
    hrExport: 'none',
  },
} satisfies RowDeclarations<PersonRows>;

/** Partition: `tenant`. */
const tenants = {
  entry: {
    key: '{id}',
    whose: [{ of: 'programme' }],
    kept: 'programme-erased',
    erased: 'tells-of-nobody',
    backup: 'copied',
    myData: 'nobody-s',
    hrExport: 'none',
  },
  team: {
    key: '{teamId}',
    whose: [{ of: 'nobody' }],
    kept: 'app-removed',
    erased: 'tells-of-nobody',
    backup: 'copied',
    myData: 'nobody-s',
    hrExport: 'none',
  },
  lane: {
    key: 'lane',
    whose: [{ of: 'nobody' }],
    kept: 'storage-emptied',
    erased: 'tells-of-nobody',
    backup: 'left-for-the-moment',
    myData: 'nobody-s',
    hrExport: 'none',
  },
  layout: {
    key: 'layout',
    whose: [{ of: 'nobody' }],
    kept: 'storage-emptied',
    erased: 'tells-of-nobody',
    backup: 'copied',
    myData: 'nobody-s',
    hrExport: 'none',
  },
} satisfies RowDeclarations<TenantRows>;

/** Partition: `{programme}|waiting`, `{programme}|{round}|{edition}`, `{programme}|editions`, `{programme}|comments`, `{programme}|needs-poll|{poll}`. Apart from everything that names a person, and encrypted. */
const answers = {
  // What it was sealed for holds the person, and of a pulse the pair, under the programme's survey key alone.
  'waiting-sheet': {
    key: '{pseudonym}',
    whose: [{ of: 'pseudonym' }],
    kept: 'worked-off',
    erased: 'deleted',
    backup: 'copied',
    myData: 'whole',
    hrExport: 'none',
  },
  sheet: {
    key: '{pseudonym}',
    whose: [{ of: 'pseudonym' }],
    kept: 'programme-erased',
    erased: 'deleted',
    backup: 'copied',
    myData: 'whole',
    hrExport: 'none',
  },
  edition: {
    key: '{survey round}',
    whose: [{ of: 'programme' }],
    kept: 'programme-erased',
    erased: 'tells-of-nobody',
    backup: 'copied',
    myData: 'nobody-s',
    hrExport: 'none',
  },
  // Whose each comment is, it holds under the programme's survey key alone. Their sheets have them as they were written.
  comments: {
    key: '{survey round}|{number of three digits}',
    whose: [{ of: 'pseudonym' }],
    kept: 'programme-erased',
    erased: 'taken-out',
    backup: 'copied',
    myData: 'told-by-others',
    hrExport: 'none',
  },
  // Nobody, whoever is erased included, can be taken out of an anonymous poll: until its close the server alone could find their ballot, and from then on there is none.
  ballot: {
    key: '{pseudonym}',
    whose: [{ of: 'pseudonym' }],
    kept: 'poll-closed',
    erased: 'follows',
    backup: 'left-since-erasing-is-final',
    myData: 'told-by-others',
    hrExport: 'none',
  },
} satisfies RowDeclarations<AnswerRows>;

/** Partition: the programme's id. Whoever erases one person leaves it: it makes the pseudonyms of all. */
const keys = {
  key: {
    key: 'survey',
    whose: [{ of: 'programme' }],
    kept: 'survey-key-due',
    erased: 'tells-of-nobody',
    backup: 'left-since-erasing-is-final',
    myData: 'nobody-s',
    hrExport: 'none',
  },
  'poll-key': {
    key: '{needs poll}',
    whose: [{ of: 'programme' }],
    kept: 'poll-closed',
    erased: 'tells-of-nobody',
    backup: 'left-since-erasing-is-final',
    myData: 'nobody-s',
    hrExport: 'none',
  },
} satisfies RowDeclarations<KeyRows>;

/** Partition: `{programme}|{pair}`. What belongs to a pair alone: no code of HR's pages and files receives its store. */
const pairs = {
  charter: {
    key: '{participantId}',
    whose: [{ of: 'person', by: 'people-file', in: '{participantId}' }],
    kept: 'programme-erased',
    erased: 'deleted',
    backup: 'copied',
    myData: 'whole',
    hrExport: 'none',
  },
  // Both people's: which of them wrote what is kept nowhere, so that it goes with either.
  plan: {
    key: 'plan',
    whose: [{ of: 'pair', in: 'pairId' }],
    kept: 'programme-erased',
    erased: 'deleted',
    backup: 'copied',
    myData: 'whole',
    hrExport: 'none',
  },
} satisfies RowDeclarations<PairRows>;

/** For each kind of row of all tables: its key, whose data it is, how long it is there, and who is given it. */
export const rowDeclarations = { programmes, people, tenants, answers, keys, pairs };
