import type { AnswerRows, KeyRows, PersonRows, ProgrammeRows, TenantRows } from '../../src/programme/rows';
import type { RowCatalogue } from './row-catalogue';

/** Version in which each kind of row of the programme table is written now. */
export const programmeCatalogue: RowCatalogue<ProgrammeRows> = {
  programme: { version: 1 },
  participant: { version: 1 },
  contact: { version: 1 },
  places: { version: 1 },
  import: { version: 1 },
  'import-part': { version: 1 },
  line: { version: 1 },
  draft: { version: 1 },
  'draft-part': { version: 1 },
  proposal: { version: 1 },
  asked: { version: 1 },
  pair: { version: 1 },
  session: { version: 1 },
  round: { version: 1 },
  status: { version: 1 },
  due: { version: 1 },
  queued: { version: 1 },
  ledger: { version: 1 },
  job: { version: 1 },
  follow: { version: 1 },
  change: { version: 1 },
  audit: { version: 1 },
  board: { version: 1 },
  'board-part': { version: 1 },
};

/** The same for the person table. */
export const personCatalogue: RowCatalogue<PersonRows> = {
  person: { version: 1 },
  reference: { version: 1 },
  membership: { version: 1 },
  booked: { version: 1 },
};

/** The same for the tenant table. */
export const tenantCatalogue: RowCatalogue<TenantRows> = {
  entry: { version: 1 },
  team: { version: 1 },
  lane: { version: 1 },
};

/** The same for the table of survey answers. */
export const answerCatalogue: RowCatalogue<AnswerRows> = { answer: { version: 1 } };

/** The same for the table of survey keys. */
export const keyCatalogue: RowCatalogue<KeyRows> = { key: { version: 1 } };
