import type { RowDeclarations } from './row-declaration';
import type { ProgrammeRows } from './rows';

/** Kinds of the programme's table that tell what is still to be done, and what was sent. */
export type WorkKind =
  | 'due'
  | 'shard'
  | 'queued'
  | 'ledger'
  | 'listed'
  | 'unreached'
  | 'message-day'
  | 'card'
  | 'card-edit'
  | 'job'
  | 'projection'
  | 'change'
  | 'unreadable';

/** What is true of the rows of work in the background. */
export const workRowDeclarations = {
  due: {
    key: '{number of two digits}|{at}|{kind}|{ref}|{occurrence}',
    whose: [{ of: 'reference', in: ['ref'] }],
    kept: 'worked-off',
    erased: 'deleted',
    backup: 'copied',
    myData: 'told-by-others',
    hrExport: 'none',
  },
  shard: {
    key: ['holders', 'new|{number of two digits}|{id}'],
    whose: [{ of: 'nobody' }],
    kept: 'programme-erased',
    erased: 'tells-of-nobody',
    backup: 'left-since-found-again',
    myData: 'nobody-s',
    hrExport: 'none',
  },
  queued: {
    key: '{notBefore}|{id}',
    whose: [
      { of: 'recipient', in: 'recipient' },
      { of: 'reference', in: ['subject'] },
    ],
    kept: 'worked-off',
    erased: 'deleted',
    backup: 'copied',
    myData: 'told-by-others',
    hrExport: 'none',
  },
  ledger: {
    key: '{id}',
    whose: [
      { of: 'recipient', in: 'recipient' },
      { of: 'reference', in: ['subject'] },
    ],
    kept: 'programme-erased',
    erased: 'deleted',
    backup: 'copied',
    myData: 'whole',
    hrExport: 'none',
  },
  listed: {
    key: [
      'all|{newest first}|{id, newest first}',
      '{kind or to}|{kind or place}|{state or id}|{newest first}|{id, newest first}',
    ],
    whose: [
      { of: 'recipient', in: 'recipient' },
      { of: 'reference', in: ['subject'] },
    ],
    kept: 'programme-erased',
    erased: 'deleted',
    backup: 'copied',
    myData: 'told-by-others',
    hrExport: 'none',
  },
  unreached: {
    key: '{participant, contact or account}|{recipient id}',
    whose: [{ of: 'recipient', in: 'recipient' }],
    kept: 'programme-erased',
    erased: 'deleted',
    backup: 'copied',
    myData: 'told-by-others',
    hrExport: 'none',
  },
  'message-day': {
    key: '{day, newest first}',
    whose: [{ of: 'programme' }],
    kept: 'programme-erased',
    erased: 'tells-of-nobody',
    backup: 'copied',
    myData: 'nobody-s',
    hrExport: 'none',
  },
  // Where a card stands and what it is about; whom it is for is the ledger's to tell.
  card: {
    key: '{participant, contact or account}|{recipient id}|{what it is about}|{message id}',
    whose: [
      { of: 'recipient', in: 'recipient' },
      { of: 'person', by: 'directory', in: 'directoryId' },
      { of: 'reference', in: ['subject'] },
    ],
    kept: 'programme-erased',
    erased: 'deleted',
    backup: 'copied',
    myData: 'told-by-others',
    hrExport: 'none',
  },
  'card-edit': {
    key: '{notBefore}|{id}',
    whose: [
      { of: 'recipient', in: 'recipient' },
      { of: 'reference', in: ['about'] },
    ],
    kept: 'worked-off',
    erased: 'deleted',
    backup: 'copied',
    myData: 'told-by-others',
    hrExport: 'none',
  },
  job: {
    key: '{id}',
    whose: [{ of: 'programme' }],
    kept: 'among-newest-jobs',
    erased: 'tells-of-nobody',
    backup: 'copied',
    myData: 'nobody-s',
    hrExport: 'none',
  },
  projection: {
    key: '{id}',
    whose: [{ of: 'reference', in: ['directoryId', 'participantId', 'contactId', 'pairId'] }],
    kept: 'worked-off',
    erased: 'follows',
    backup: 'copied',
    myData: 'told-by-others',
    hrExport: 'none',
  },
  change: {
    key: '{at}|{id}',
    whose: [
      { of: 'actor', in: 'by' },
      { of: 'reference', in: ['pairIds'] },
    ],
    kept: 'worked-off',
    erased: 'follows',
    backup: 'copied',
    myData: 'told-by-others',
    hrExport: 'none',
  },
  unreadable: {
    key: '{kind}|{key}',
    whose: [{ of: 'reference', in: ['key'] }],
    kept: 'readable-again',
    erased: 'follows',
    backup: 'left-since-found-again',
    myData: 'told-by-others',
    hrExport: 'none',
  },
} satisfies Pick<RowDeclarations<ProgrammeRows>, WorkKind>;
