import type { RowDeclarations } from './row-declaration';
import type { ProgrammeRows } from './rows';

/** Kinds of the programme's table that tell who takes part, and what they say of themselves. */
export type ParticipantKind =
  | 'programme'
  | 'participant'
  | 'contact'
  | 'person-pairs'
  | 'diversity'
  | 'diversity-tally'
  | 'import'
  | 'import-part'
  | 'line'
  | 'needs-poll'
  | 'polled'
  | 'survey-round'
  | 'figures'
  | 'moves'
  | 'status'
  | 'audit';

/** What is true of the rows of the programme and its people. */
export const participantRowDeclarations = {
  // The plan names sponsor, administrators and delegates, as the rows of the contacts do.
  programme: {
    key: 'programme',
    whose: [{ of: 'programme' }, { of: 'several', in: ['plan', 'pledge'] }],
    kept: 'programme-erased',
    erased: 'taken-out',
    backup: 'copied',
    myData: 'told-by-others',
    hrExport: 'board',
  },
  participant: {
    key: '{id}',
    whose: [
      { of: 'person', by: 'people-file', in: 'id' },
      { of: 'person', by: 'directory', in: 'directoryId' },
      { of: 'several', in: ['linkAsked', 'linkDenied'] },
    ],
    kept: 'programme-erased',
    erased: 'deleted',
    backup: 'copied',
    myData: 'whole',
    hrExport: 'none',
  },
  contact: {
    key: '{id}',
    whose: [
      { of: 'person', by: 'directory', in: 'directoryId' },
      { of: 'person', by: 'people-file', in: 'menteeId' },
    ],
    kept: 'no-longer-named',
    erased: 'follows',
    backup: 'copied',
    myData: 'whole',
    hrExport: 'none',
  },
  'person-pairs': {
    key: '{participantId}',
    whose: [{ of: 'person', by: 'people-file', in: 'participantId' }],
    kept: 'programme-erased',
    erased: 'deleted',
    backup: 'copied',
    myData: 'told-by-others',
    hrExport: 'none',
  },
  diversity: {
    key: '{participantId}',
    whose: [{ of: 'person', by: 'people-file', in: '{participantId}' }],
    kept: 'no-longer-asked',
    erased: 'deleted',
    backup: 'left-since-erasing-is-final',
    myData: 'whole',
    hrExport: 'none',
  },
  // Counts of five answers and more; whoever is erased is taken out of them as whoever withdraws.
  'diversity-tally': {
    key: '{attribute}|{side}',
    whose: [{ of: 'programme' }],
    kept: 'no-longer-asked',
    erased: 'taken-out',
    backup: 'left-since-erasing-is-final',
    myData: 'nobody-s',
    hrExport: 'none',
  },
  import: {
    key: '{id}',
    whose: [{ of: 'actor', in: 'createdBy' }],
    kept: 'programme-erased',
    erased: 'taken-out',
    backup: 'copied',
    myData: 'own-part',
    hrExport: 'none',
  },
  'import-part': {
    key: '{importId}|{number of four digits}',
    whose: [{ of: 'several', in: ['people', 'lines', 'leaving'] }],
    kept: 'programme-erased',
    erased: 'taken-out',
    backup: 'copied',
    myData: 'own-part',
    hrExport: 'none',
  },
  line: {
    key: '{personId}',
    whose: [
      { of: 'person', by: 'people-file', in: '{personId}' },
      { of: 'person', by: 'people-file', in: 'managerId' },
    ],
    kept: 'programme-erased',
    erased: 'deleted',
    backup: 'copied',
    myData: 'whole',
    hrExport: 'none',
  },
  'needs-poll': {
    key: '{id}',
    whose: [{ of: 'programme' }],
    kept: 'programme-erased',
    erased: 'tells-of-nobody',
    backup: 'copied',
    myData: 'nobody-s',
    hrExport: 'none',
  },
  // That they were asked; whether they answered is kept nowhere.
  polled: {
    key: '{participantId}',
    whose: [
      { of: 'person', by: 'people-file', in: 'participantId' },
      { of: 'person', by: 'directory', in: 'directoryId' },
    ],
    kept: 'programme-erased',
    erased: 'deleted',
    backup: 'copied',
    myData: 'whole',
    hrExport: 'none',
  },
  'survey-round': {
    key: '{id}',
    whose: [{ of: 'programme' }],
    kept: 'programme-erased',
    erased: 'tells-of-nobody',
    backup: 'copied',
    myData: 'nobody-s',
    hrExport: 'none',
  },
  figures: {
    key: '{round}',
    whose: [{ of: 'programme' }],
    kept: 'programme-erased',
    erased: 'tells-of-nobody',
    backup: 'copied',
    myData: 'nobody-s',
    hrExport: 'none',
  },
  moves: {
    key: '{months}',
    whose: [{ of: 'programme' }],
    kept: 'programme-erased',
    erased: 'tells-of-nobody',
    backup: 'copied',
    myData: 'nobody-s',
    hrExport: 'none',
  },
  // With a pair where a pulse asks about the session of one.
  status: {
    key: ['{surveyRound}|{participantId}', '{surveyRound}|{participantId}|{pairId}'],
    whose: [{ of: 'person', by: 'people-file', in: 'participantId' }],
    kept: 'programme-erased',
    erased: 'deleted',
    backup: 'copied',
    myData: 'whole',
    hrExport: 'none',
  },
  audit: {
    key: '{at}|{id}',
    whose: [
      { of: 'actor', in: 'by' },
      { of: 'reference', in: ['about'] },
    ],
    kept: 'for-good',
    erased: 'stays-as-proof',
    backup: 'copied',
    myData: 'own-part',
    hrExport: 'none',
  },
} satisfies Pick<RowDeclarations<ProgrammeRows>, ParticipantKind>;
