import type { AnswerRows, KeyRows, PairRows, PersonRows, ProgrammeRows, TenantRows } from '../../src/domain/rows';
import type { NewWork, ShardHolders } from '../../src/domain/shard';
import { hasFields, type RowCatalogue } from './row-catalogue';

/** Version in which each kind of row of the programme table is written now, and what ticks, folds and pages rely on in it. */
export const programmeCatalogue: RowCatalogue<ProgrammeRows> = {
  programme: { version: 1, check: hasFields({ id: 'string', plan: 'object', state: 'string', revision: 'number' }) },
  participant: {
    version: 1,
    check: hasFields({ id: 'string', profile: 'object', state: 'string', reach: 'string', revision: 'number' }),
  },
  contact: { version: 1, check: hasFields({ id: 'string', role: 'string', name: 'string', reach: 'string' }) },
  'person-pairs': { version: 1, check: hasFields({ participantId: 'string', pairIds: 'list' }) },
  diversity: { version: 1, check: hasFields({}) },
  'diversity-tally': { version: 1, check: hasFields({ groups: 'object', rest: 'object' }) },
  import: { version: 1, check: hasFields({ id: 'string', state: 'string', partCount: 'number' }) },
  'import-part': { version: 1, check: hasFields({ people: 'list' }) },
  line: { version: 1, check: hasFields({ managerId: 'string' }) },
  draft: { version: 1, check: hasFields({ id: 'string', state: 'string', partCount: 'number' }) },
  'draft-part': { version: 1, check: hasFields({ pairs: 'list', unpaired: 'list' }) },
  'draft-list': { version: 1, check: hasFields({ pairs: 'list', unpaired: 'list' }) },
  proposal: {
    version: 1,
    check: hasFields({
      id: 'string',
      mentorId: 'string',
      menteeId: 'string',
      state: 'string',
      replyBy: 'string',
      pairingRoundEndsAt: 'string',
    }),
  },
  asked: { version: 1, check: hasFields({ proposalId: 'string' }) },
  pair: {
    version: 1,
    check: hasFields({ id: 'string', mentorId: 'string', menteeId: 'string', state: 'string', months: 'number' }),
  },
  'rule-end': {
    version: 1,
    check: hasFields({ pairId: 'string', mentorId: 'string', menteeId: 'string', rule: 'string', at: 'string' }),
  },
  'pair-ending': {
    version: 1,
    check: hasFields({ pairId: 'string', tellAt: 'object', told: 'list', asked: 'object' }),
  },
  renewal: {
    version: 1,
    check: hasFields({ pairId: 'string', asksAt: 'string', replyBy: 'string', hearsBy: 'string', choices: 'object' }),
  },
  session: {
    version: 1,
    check: hasFields({
      pairId: 'string',
      number: 'number',
      state: 'string',
      slots: 'list',
      slotAnswers: 'object',
      met: 'object',
    }),
  },
  taken: { version: 1, check: hasFields({ sessionKey: 'string' }) },
  'needs-poll': {
    version: 1,
    check: hasFields({
      id: 'string',
      state: 'string',
      population: 'string',
      topics: 'list',
      closesOn: 'string',
      closesAt: 'string',
      invited: 'number',
    }),
  },
  polled: { version: 1, check: hasFields({ poll: 'string', participantId: 'string', directoryId: 'string' }) },
  'survey-round': {
    version: 1,
    check: hasFields({ id: 'string', instrument: 'string', state: 'string', opensAt: 'string', closesAt: 'string' }),
  },
  figures: {
    version: 1,
    check: hasFields({ round: 'string', levels: 'list', changes: 'list', choices: 'list', promoters: 'list' }),
  },
  moves: { version: 1, check: hasFields({ months: 'number', all: 'object', revision: 'number' }) },
  status: { version: 1, check: hasFields({ surveyRound: 'string', participantId: 'string', state: 'string' }) },
  due: { version: 1, check: hasFields({ kind: 'string', at: 'string', ref: 'string', correlationId: 'string' }) },
  shard: {
    version: 1,
    check: (value) =>
      typeof value === 'object' && value !== null && 'shards' in value
        ? hasFields<ShardHolders>({ servers: 'object', shards: 'list' })(value)
        : hasFields<NewWork>({ shard: 'number', at: 'string' })(value),
  },
  queued: {
    version: 1,
    check: hasFields({ id: 'string', kind: 'string', recipient: 'object', subject: 'object', notBefore: 'string' }),
  },
  ledger: {
    version: 1,
    check: hasFields({
      id: 'string',
      kind: 'string',
      recipient: 'object',
      subject: 'object',
      state: 'string',
      at: 'string',
    }),
  },
  listed: {
    version: 1,
    check: hasFields({ id: 'string', kind: 'string', recipient: 'object', subject: 'object', state: 'string' }),
  },
  unreached: { version: 1, check: hasFields({ recipient: 'object', state: 'string', messageIds: 'list' }) },
  'message-day': { version: 1, check: hasFields({ day: 'string', sent: 'object' }) },
  card: {
    version: 1,
    check: hasFields({
      recipient: 'object',
      kind: 'string',
      subject: 'object',
      directoryId: 'string',
      conversationId: 'string',
      activityId: 'string',
    }),
  },
  'card-edit': {
    version: 1,
    check: hasFields({ id: 'string', recipient: 'object', about: 'string', notBefore: 'string', tries: 'number' }),
  },
  job: { version: 1, check: hasFields({ id: 'string', kind: 'string', state: 'string', createdAt: 'string' }) },
  projection: { version: 1, check: hasFields({ id: 'string', type: 'string' }) },
  change: { version: 1, check: hasFields({ at: 'string', id: 'string', what: 'string' }) },
  audit: { version: 1, check: hasFields({ at: 'string', by: 'string', what: 'string' }) },
  board: {
    version: 1,
    check: hasFields({ version: 'number', parts: 'object', counts: 'object', healthByDay: 'object' }),
  },
  'board-part': { version: 1, check: hasFields({ version: 'number', rows: 'list' }) },
  unreadable: { version: 1, check: hasFields({ kind: 'string', key: 'string', code: 'string' }) },
};

/** The same for the person table. */
export const personCatalogue: RowCatalogue<PersonRows> = {
  person: { version: 1, check: hasFields({ directoryId: 'string', name: 'string' }) },
  reference: { version: 1, check: hasFields({ serviceUrl: 'string', teamsUserId: 'string' }) },
  membership: { version: 1, check: hasFields({ programmeId: 'string', contacts: 'list' }) },
  former: { version: 1, check: hasFields({ programmeId: 'string', pairId: 'string', endedAt: 'string' }) },
  booked: { version: 1, check: hasFields({ start: 'string', end: 'string', sessionKey: 'string' }) },
};

/** The same for the tenant table. */
export const tenantCatalogue: RowCatalogue<TenantRows> = {
  entry: { version: 1, check: hasFields({ id: 'string', name: 'object', state: 'string' }) },
  team: { version: 1, check: hasFields({ teamId: 'string', name: 'string', serviceUrl: 'string' }) },
  lane: { version: 1, check: hasFields({ holder: 'string', heldUntil: 'string', notBefore: 'string' }) },
  layout: { version: 1, check: hasFields({ name: 'string' }) },
};

/** The same for the table of survey answers. */
export const answerCatalogue: RowCatalogue<AnswerRows> = {
  'waiting-sheet': { version: 1, check: hasFields({ sealed: 'string' }) },
  sheet: { version: 1, check: hasFields({ sealed: 'string' }) },
  edition: { version: 1, check: hasFields({ state: 'string', abandoned: 'list' }) },
  comments: { version: 1, check: hasFields({ sealed: 'string' }) },
  ballot: { version: 1, check: hasFields({ sealed: 'string' }) },
};

/** The same for the table of survey keys. */
export const keyCatalogue: RowCatalogue<KeyRows> = {
  key: { version: 1, check: hasFields({ wrapped: 'string' }) },
  'poll-key': { version: 1, check: hasFields({ wrapped: 'string' }) },
};

/** The same for the table of what belongs to a pair alone. */
export const pairCatalogue: RowCatalogue<PairRows> = {
  charter: {
    version: 1,
    check: hasFields({
      participantId: 'string',
      side: 'string',
      version: 'number',
      words: 'list',
      acceptedOn: 'string',
    }),
  },
  plan: { version: 1, check: hasFields({ pairId: 'string', sessions: 'list', revision: 'number' }) },
};
