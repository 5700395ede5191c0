import type { RowDeclarations } from './row-declaration';
import type { ProgrammeRows } from './rows';

/** Kinds of the programme's table that tell who is, was or may be put together. */
export type PairKind =
  | 'draft'
  | 'draft-part'
  | 'draft-list'
  | 'proposal'
  | 'asked'
  | 'pair'
  | 'pair-ending'
  | 'rule-end'
  | 'renewal'
  | 'session'
  | 'taken'
  | 'board'
  | 'board-part';

/** What is true of the rows of drafts, proposals, pairs and their hours. */
export const pairRowDeclarations = {
  draft: {
    key: '{id}',
    whose: [
      { of: 'actor', in: 'createdBy' },
      { of: 'several', in: ['choices', 'pending', 'refusedLocks', 'notAsked'] },
    ],
    kept: 'programme-erased',
    erased: 'taken-out',
    backup: 'copied',
    myData: 'withheld',
    hrExport: 'none',
  },
  'draft-part': {
    key: '{draftId}|{number of four digits}',
    whose: [{ of: 'several', in: ['pairs', 'unpaired'] }],
    kept: 'programme-erased',
    erased: 'taken-out',
    backup: 'copied',
    myData: 'withheld',
    hrExport: 'none',
  },
  'draft-list': {
    key: '{draftId}|{number of four digits}',
    whose: [{ of: 'several', in: ['pairs', 'unpaired'] }],
    kept: 'programme-erased',
    erased: 'taken-out',
    backup: 'copied',
    myData: 'withheld',
    hrExport: 'none',
  },
  proposal: {
    key: '{id}',
    whose: [{ of: 'pair', in: 'sides' }],
    kept: 'programme-erased',
    erased: 'taken-out',
    backup: 'copied',
    myData: 'own-part',
    hrExport: 'none',
  },
  asked: {
    key: '{participantId}|{proposalId}',
    whose: [{ of: 'person', by: 'people-file', in: '{participantId}' }],
    kept: 'programme-erased',
    erased: 'deleted',
    backup: 'copied',
    myData: 'told-by-others',
    hrExport: 'none',
  },
  pair: {
    key: '{id}',
    whose: [{ of: 'pair', in: 'sides' }],
    kept: 'programme-erased',
    erased: 'taken-out',
    backup: 'copied',
    myData: 'whole',
    hrExport: 'none',
  },
  // Who asked, and why, is told to nobody but whoever said it.
  'pair-ending': {
    key: '{pairId}',
    whose: [{ of: 'pair', in: 'pairId' }],
    kept: 'taken-back',
    erased: 'taken-out',
    backup: 'copied',
    myData: 'own-part',
    hrExport: 'none',
  },
  // The rule may tell where the other stands in the organisation.
  'rule-end': {
    key: '{pairId}',
    whose: [{ of: 'pair', in: 'sides' }],
    kept: 'taken-back',
    erased: 'taken-out',
    backup: 'copied',
    myData: 'withheld',
    hrExport: 'none',
  },
  renewal: {
    key: '{pairId}',
    whose: [{ of: 'pair', in: 'pairId' }],
    kept: 'programme-erased',
    erased: 'taken-out',
    backup: 'copied',
    myData: 'own-part',
    hrExport: 'none',
  },
  session: {
    key: '{pairId}|{number of two digits}',
    whose: [{ of: 'pair', in: 'sides' }],
    kept: 'hour-given-up',
    erased: 'taken-out',
    backup: 'copied',
    myData: 'own-part',
    hrExport: 'none',
  },
  taken: {
    key: '{participantId}|{beginning of the half hour}',
    whose: [{ of: 'person', by: 'people-file', in: '{participantId}' }],
    kept: 'hour-given-up',
    erased: 'deleted',
    backup: 'copied',
    myData: 'told-by-others',
    hrExport: 'none',
  },
  board: {
    key: 'head',
    whose: [{ of: 'programme' }],
    kept: 'programme-erased',
    erased: 'tells-of-nobody',
    backup: 'copied',
    myData: 'nobody-s',
    hrExport: 'board',
  },
  // Two hex digits of the hash of a pair's id say in which part its row is.
  'board-part': {
    key: '{two hex digits}',
    whose: [{ of: 'several', in: ['rows'] }],
    kept: 'programme-erased',
    erased: 'taken-out',
    backup: 'copied',
    myData: 'told-by-others',
    hrExport: 'board',
  },
} satisfies Pick<RowDeclarations<ProgrammeRows>, PairKind>;
