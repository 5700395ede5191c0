import { cellsText } from './cell-text';
import { countryCode } from '../catalogues/place-names';
import type { FoundColumn } from './read-mapped-columns';
import { fitsCell } from './fits-cell';
import { foldText } from '../kernel/fold-text';
import type { Identify } from './identify-people';
import { isEmptyCell } from './empty-cell';
import { isNeverRead } from './is-never-read';
import { isLevelHeader } from './tell-level-header';
import type { PeopleField } from './participant-contract';
import type { ColumnFix, PeopleIssue, RejectionReason, WarningReason } from './people-issue';
import type { PeopleRow, PeopleTable } from './people-table';
import { rateHeader } from './rate-header';
import type { ReadRow } from './read-person';
import { longestHeader, namesOthers, offerApart, togetherApart } from './offer-apart';
import { pickSpreadRows } from './pick-spread-rows';

/** What is known of a file once its rows are read; no row is, where a needed column is missing. */
export interface OfferFacts {
  readonly table: PeopleTable;
  readonly rows: readonly PeopleRow[];
  readonly columns: ReadonlyMap<PeopleField, FoundColumn>;
  /** Columns that say who a row is about. */
  readonly identities: readonly number[];
  /** The rows as read, in the same order. */
  readonly read: readonly ReadRow[];
  readonly reportingLines: ReadonlyMap<string, string>;
  /** Whom a cell means among them. */
  readonly identify: Identify;
}

interface Facts extends OfferFacts {
  /** A column as the manager's, each looked at once. */
  readonly naming: (index: number) => ColumnFix | undefined;
  /** Whom a cell may mean. */
  readonly meant: (text: string) => readonly string[];
}

/** Rows from everywhere in the file that are looked at before a column is counted as a whole. */
const sample = 80;
/** Of their filled cells so many fit, or the column cannot be the one: less than a whole column needs. */
const sampleFit = 0.4;
const sampleNamed = 0.25;
/** Cells from which it can be told: a column that is filled here and there is counted whole. */
const enough = 20;
/** A shorter number is somebody's by chance: a year, a level, a count. */
const digitsOfId = 5;
/** The part of the cells that fit, for a column nobody knows by its header. */
const leastFit = 0.8;

/** Fields whose cells tell by themselves what they hold. */
const tellsItself: Partial<Readonly<Record<PeopleField, (text: string) => boolean>>> = {
  role: (text) => fitsCell('role', text),
  email: (text) => fitsCell('email', text),
  timeZone: (text) => fitsCell('timeZone', text),
  availability: (text) => fitsCell('availability', text),
  // IT, HR and PR are departments too.
  country: (text) => text.length > 2 && countryCode(text) !== undefined,
};

/** Which fields would settle a finding, the likeliest first. */
const settledBy: Partial<Readonly<Record<RejectionReason | WarningReason, readonly PeopleField[]>>> = {
  'zone-not-stated': ['timeZone', 'country'],
  'zone-of-several': ['timeZone'],
  'zone-of-unknown-town': ['timeZone'],
  'zone-contradicted': ['timeZone'],
  'default-availability': ['availability'],
  'no-managers': ['managerId'],
  'manager-unknown': ['managerId'],
};

/**
 * The issues with the column that would settle each, where the file has one that is not read: the one whose cells name most people of other rows for a
 * manager, where none or few are known; the only one whose cells are of the kind for other fields.
 */
export function offerColumns<R extends RejectionReason | WarningReason>(
  issues: readonly PeopleIssue<R>[],
  given: OfferFacts,
): readonly PeopleIssue<R>[] {
  const { identify } = given;
  const facts: Facts = { ...given, naming: namingOffers(given), meant: (text) => identify(text, true) };
  const offers = new Map<PeopleField, ColumnFix | undefined>();
  const offer = (field: PeopleField): ColumnFix | undefined => {
    if (!offers.has(field)) offers.set(field, field === 'managerId' ? offerManager(facts) : offerByCells(field, facts));
    return offers.get(field);
  };
  const first = (fields: readonly PeopleField[]): ColumnFix | undefined =>
    fields.map(offer).find((found) => found !== undefined);
  return togetherApart(
    issues.map((issue) => {
      const fix = fixOf(issue, facts, first);
      return fix === undefined ? issue : { ...issue, fix };
    }),
    given,
  );
}

function fixOf(
  { reason, column, values }: PeopleIssue,
  facts: Facts,
  first: (fields: readonly PeopleField[]) => ColumnFix | undefined,
): ColumnFix | undefined {
  const { headers } = facts.table;
  switch (reason) {
    case 'column-missing':
      return column === 'id' ? first(['email', 'id']) : first(peopleFieldOf(column));
    case 'column-names-people':
      return namedOffer(facts, headers.indexOf(column));
    case 'presence-doubtful': {
      const matches = Number(values?.['count'] ?? 0);
      return facts.columns.has('status') ? undefined : { field: 'status', column, matches, of: facts.rows.length };
    }
    case 'column-doubtful': {
      const [field] = peopleFieldOf(String(values?.['field'] ?? ''));
      const index = headers.indexOf(column);
      if (field === undefined || index < 0) return undefined;
      return field === 'managerId' ? offerApart(facts, index) : fittingOffer(facts, field, index);
    }
    default:
      return first(settledBy[reason] ?? []);
  }
}

function peopleFieldOf(text: string): readonly PeopleField[] {
  return text in tellsItself || text === 'managerId' || text === 'id' ? [text as PeopleField] : [];
}

/** Whether the managers of most rows that name one, or of all, are unknown. */
function fewManagers({ read, reportingLines }: OfferFacts): boolean {
  return knownManagers({ read, reportingLines }) * 2 <= read.filter(({ managerId }) => managerId !== undefined).length;
}

function knownManagers({ read, reportingLines }: Pick<OfferFacts, 'read' | 'reportingLines'>): number {
  const ids = new Set(read.map(({ id }) => id));
  return read.filter(({ id }) => id !== undefined && ids.has(reportingLines.get(id) ?? '')).length;
}

function offerManager(facts: Facts): ColumnFix | undefined {
  if (!fewManagers(facts)) return undefined;
  // Whoever is above at one level is not the direct manager: read as such, everybody's would be the same.
  const direct = unread(facts).filter(
    (index) => !isLevelHeader(facts.table.headers[index] ?? '') && !namesOthers(facts, index),
  );
  const found = direct.flatMap((index) => facts.naming(index) ?? []);
  const [best] = found.sort((a, b) => b.matches - a.matches);
  return best !== undefined && best.matches > knownManagers(facts) ? best : undefined;
}

function namingOffers(facts: OfferFacts): Facts['naming'] {
  const offers = new Map<number, ColumnFix | undefined>();
  return (index) => {
    if (!offers.has(index)) offers.set(index, namingOffer(facts, facts.identify, index));
    return offers.get(index);
  };
}

/** A column that names people: as the manager's where that may be, else as one of people to keep apart. */
function namedOffer(facts: Facts, index: number): ColumnFix | undefined {
  const manager = fewManagers(facts) && !namesOthers(facts, index) ? facts.naming(index) : undefined;
  return manager ?? offerApart(facts, index);
}

/** A column as the manager's, where at least half of its cells name one other person of the file. */
function namingOffer(
  { table, rows, read }: OfferFacts,
  identify: (text: string) => readonly string[],
  index: number,
): ColumnFix | undefined {
  const header = table.headers[index] ?? '';
  const numbers = rateHeader(header).has('managerId');
  const count = (places: Iterable<number>): { readonly filled: number; readonly matches: number } => {
    let [filled, matches] = [0, 0];
    for (const place of places) {
      const text = cellsText(rows[place] as PeopleRow, [index]);
      if (text === '' || isEmptyCell('managerId', text)) continue;
      filled += 1;
      if (!numbers && /^[\d.,]*$/u.test(text) && text.length < digitsOfId) continue;
      const [only, ...others] = identify(text);
      if (only !== undefined && others.length === 0 && only !== read[place]?.id) matches += 1;
    }
    return { filled, matches };
  };
  const places = [...rows.keys()];
  const some = count(pickSpreadRows(places, sample));
  if (some.filled >= enough && some.matches < sampleNamed * some.filled) return undefined;
  const { filled, matches } = count(places);
  return matches === 0 || matches * 2 < filled
    ? undefined
    : { field: 'managerId', column: header, matches, of: rows.length };
}

/** The one unread column whose cells are of the field's kind; nothing where two are. */
function offerByCells(field: PeopleField, facts: OfferFacts): ColumnFix | undefined {
  if (facts.columns.has(field)) return undefined;
  const [only, ...others] = unread(facts).flatMap((index) => fittingOffer(facts, field, index) ?? []);
  return others.length === 0 ? only : undefined;
}

function fittingOffer({ table, rows }: OfferFacts, field: PeopleField, index: number): ColumnFix | undefined {
  const column = table.headers[index] ?? '';
  const fits = field === 'id' ? isCode : tellsItself[field];
  if (fits === undefined) return undefined;
  // Many rows say the same: each text is read once.
  const fitting = new Map<string, boolean>();
  const count = (some: readonly PeopleRow[]): { readonly filled: number; readonly matches: number } => {
    let [filled, matches] = [0, 0];
    for (const row of some) {
      const text = cellsText(row, [index]);
      if (text === '' || isEmptyCell(field, text)) continue;
      filled += 1;
      const isFit = fitting.get(text) ?? fits(text);
      fitting.set(text, isFit);
      if (isFit) matches += 1;
    }
    return { filled, matches };
  };
  const some = count(pickSpreadRows(rows, sample));
  if (some.filled >= enough && some.matches < sampleFit * some.filled) return undefined;
  const { filled, matches } = count(rows);
  const isWhole = matches === rows.length && fitting.size === matches;
  if (matches === 0 || matches < leastFit * filled || (field === 'id' && !isWhole)) return undefined;
  return { field, column, matches, of: rows.length };
}

function isCode(text: string): boolean {
  return /\d/u.test(text) && !/\s/u.test(text) && fitsCell('id', text);
}

/** Columns that no field is read from and that say who nobody is; those about origins or private matters are never among them. */
function unread({ table, columns, identities }: OfferFacts): readonly number[] {
  const used = new Set([
    ...identities,
    ...[...columns.values()].flatMap(({ indexes, otherwise = [] }) => [...indexes, ...otherwise.flat()]),
  ]);
  const folded = table.headers.map(foldText);
  return table.headers.flatMap((header, index) =>
    header !== '' &&
    header.length <= longestHeader &&
    !used.has(index) &&
    isNeverRead(header) === undefined &&
    folded.indexOf(folded[index] ?? '') === index
      ? [index]
      : [],
  );
}
