import { cellsText } from './cell-text';
import { checkOrganisation } from './check-organisation';
import type { PeopleField, PeopleMap } from './participant-contract';
import { dropUnreadableColumns } from './drop-unreadable-columns';
import { findColumns, type FoundColumns } from './find-columns';
import { findUnmatchedValues } from './find-unmatched-values';
import { findHeaders } from './find-headers';
import { findCutRows, findShortRows, isTotal } from './find-short-rows';
import type { PersonProfile } from '../domain/participant';
import { gatherIssues, type PeopleIssue, type RejectionReason, type WarningReason } from './people-issue';
import type { PeopleTable } from './people-table';
import { presenceReader } from './read-presence';
import { cellReaders, readOnce } from './read-cells-once';
import { fieldReader } from './read-field';
import { readPerson, type ReadRow } from './read-person';
import { resolveTopic } from '../catalogues/topics';
import { markAccountLanguage } from './mark-account-language';
import { offerColumns } from './offer-columns';
import type { RowOwner } from './group-findings';
import { visibleText } from '../language/visible-text';

/** Where a person stands in the file, and the headers of the columns that say who it is. */
export interface FilePlace {
  readonly row: number;
  readonly idColumn: string;
  readonly emailColumn: string;
}

export interface MappedPeople {
  /** Rows that hold something, the headers apart. */
  readonly rows: number;
  readonly people: readonly PersonProfile[];
  /** Where each person taken stands, by id. */
  readonly places: ReadonlyMap<string, FilePlace>;
  /** Manager's id by id, of rows that were not taken too: a chain may pass through people who take no part. */
  readonly reportingLines: ReadonlyMap<string, string>;
  readonly rejected: readonly PeopleIssue<RejectionReason>[];
  readonly warnings: readonly PeopleIssue<WarningReason>[];
  /** Ids and e-mail addresses of every row, in lower case, of rows that were not taken too; who has gone by the file's word is not among them. */
  readonly named: ReadonlySet<string>;
  /** Rows that do not say who they are about. */
  readonly nameless: number;
  /** Who each row is about, by its line, as the file says; rows that were not taken too. */
  readonly owners: ReadonlyMap<number, RowOwner>;
  /** The columns there are. */
  readonly headers: readonly string[];
}

/**
 * Reads a people file's table into profiles, columns found by the map or by their usual names. Rows that cannot be
 * taken are listed with every cell at fault; defaults and doubts are warnings. Nobody is taken where a needed column
 * is missing (an issue of row 1). Whoever has gone or has not come yet by `today`, an ISO date, is left out with a warning.
 */
export function mapPeople(
  file: PeopleTable,
  map?: PeopleMap,
  leaveOut: readonly PeopleField[] = [],
  today?: string,
): MappedPeople {
  const table = findHeaders(file, map, leaveOut);
  const filled = table.rows.filter((row) => row.cells.some((cell) => visibleText(cell) !== ''));
  const rows = filled.filter((row) => !isTotal(row));
  const found = foundIn(table, file, map, leaveOut);
  const { columns, identities } = found;
  if (found.rejected.length > 0) {
    const facts = {
      table,
      rows,
      columns,
      identities,
      read: [],
      reportingLines: new Map<string, string>(),
      identify: () => [],
    };
    return {
      rows: rows.length,
      people: [],
      places: new Map(),
      reportingLines: new Map(),
      rejected: offerColumns(found.rejected, facts),
      warnings: found.warnings,
      named: new Set(),
      nameless: rows.length,
      owners: new Map(),
      headers: table.headers,
    };
  }
  const headerOf = (field: PeopleField): string => found.columns.get(field)?.header ?? field;
  const short = findShortRows(table, rows);
  const cut = findCutRows(table, rows, short);
  const readers = { field: fieldReader(columns), topicOf: readOnce(resolveTopic), cells: cellReaders() };
  const presenceOfRow = presenceReader(table, found, readers.field, map?.leaveOut, today);
  const leftOut: PeopleIssue<WarningReason>[] = [];
  const read = rows.map((row): ReadRow => {
    const stated = readPerson(row, found, readers);
    const presence = presenceOfRow(row);
    if (row.hidden !== undefined || presence.leftOut !== undefined) {
      // Whoever is hidden or left out takes no part, and is somebody's manager all the same.
      const { person: _away, ...line } = stated;
      if (row.hidden === undefined && presence.leftOut !== undefined) leftOut.push(presence.leftOut);
      return { ...line, rejected: [], warnings: [], ...(presence.gone && { gone: true }) };
    }
    const isSigned = presence.guests.length > 0 && stated.person !== undefined;
    const person: ReadRow =
      presence.warnings.length === 0 && !isSigned
        ? stated
        : {
            ...stated,
            ...(isSigned ? { person: { ...stated.person, guest: true } } : {}),
            warnings: [...stated.warnings, ...presence.warnings, ...(isSigned ? presence.guests : [])],
          };
    const values = { cells: row.cells.length, columns: table.headers.length };
    if (cut.has(row))
      return { row: row.line, rejected: [{ row: row.line, column: '', reason: 'cut-short', values }], warnings: [] };
    const few = { row: row.line, column: '', reason: 'too-few-cells' as const, values };
    if (short.has(row)) return { ...person, warnings: [...person.warnings, few] };
    if (!row.cells.slice(table.headers.length).some((cell) => cell.trim() !== '')) return person;
    return {
      row: row.line,
      rejected: [{ row: row.line, column: '', reason: 'too-many-cells', values: { columns: table.headers.length } }],
      warnings: [],
    };
  });
  const organised = checkOrganisation(read, headerOf, table.headers);
  const twice = new Set(organised.rejected.map(({ row }) => row));
  const taken = read.filter(({ row, person }) => person !== undefined && !twice.has(row));
  const takenRows = new Set(taken.map(({ row }) => row));
  const linesOnly = read.filter(
    (row) => row.person === undefined && row.id !== undefined && organised.reportingLines.has(row.id),
  );
  const warnings: PeopleIssue<WarningReason>[] = [
    ...found.warnings,
    ...filled.filter(isTotal).map((row) => ({ row: row.line, column: '', reason: 'total-not-read' as const })),
    ...rows
      .filter(({ hidden }) => hidden)
      .map((row) => ({ row: row.line, column: '', reason: 'hidden-left-out' as const })),
    ...leftOut,
    ...findUnmatchedValues(table, columns, map),
    ...taken.flatMap((row) => row.warnings),
    ...linesOnly.map((row) => ({
      row: row.row,
      column: headerOf('managerId'),
      reason: 'reporting-line-kept' as const,
    })),
    ...organised.warnings.filter(({ row, reason }) => reason === 'reporting-loop' || takenRows.has(row)),
    ...(taken.length > 0 && found.columns.has('email') && taken.every(({ email }) => email === undefined)
      ? [{ row: table.line ?? 1, column: headerOf('email'), reason: 'no-addresses' as const }]
      : []),
    ...(taken.length > 0 && read.every(({ managerId }) => managerId === undefined)
      ? [{ row: table.line ?? 1, column: headerOf('managerId'), reason: 'no-managers' as const }]
      : []),
  ];
  const rejected: PeopleIssue<RejectionReason>[] = [
    ...(rows.length === 0 ? [{ row: table.line ?? 1, column: '', reason: 'no-rows' as const }] : []),
    ...read.flatMap((row) => row.rejected),
    ...organised.rejected,
  ];
  const [idColumn, emailColumn] = [headerOf('id'), headerOf('email')];
  return {
    rows: rows.length,
    people: organised.people,
    places: new Map(taken.map(({ id = '', row }) => [id, { row, idColumn, emailColumn }])),
    reportingLines: organised.reportingLines,
    rejected: rejected.sort((a, b) => a.row - b.row),
    warnings: offerColumns(gatherIssues(warnings), {
      table,
      rows,
      columns,
      identities,
      read,
      reportingLines: organised.reportingLines,
      identify: organised.identify,
    }),
    named: namedIn(read),
    nameless: read.filter(({ id, email }) => id === undefined && email === undefined).length,
    headers: table.headers,
    owners: new Map(read.map(({ row, id, name }) => [row, { id, name }])),
  };
}

/** Ids and addresses of rows whose person has not gone, in lower case. */
function namedIn(rows: readonly ReadRow[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { gone, id, email } of rows)
    for (const text of gone === undefined ? [id, email] : []) if (text !== undefined) named.add(text.toLowerCase());
  return named;
}

/** The columns of a table, with what is to be said of the table itself. */
function foundIn(
  table: PeopleTable,
  file: PeopleTable,
  map: PeopleMap | undefined,
  leaveOut: readonly PeopleField[],
): FoundColumns {
  const { line: row = 1, sheet = '', otherSheets = [] } = table;
  const found = findColumns(table, map, leaveOut);
  const { columns: readable, warnings } = dropUnreadableColumns(table, found.columns);
  const columns = markAccountLanguage(table, readable);
  const letters = file.letters ?? [];
  const sample = letters.length === 0 ? '' : letterSample(table, columns.get('name')?.indexes);
  return {
    columns,
    identities: found.identities,
    names: found.names,
    leave: found.leave,
    guests: found.guests,
    superiors: found.superiors,
    rejected: found.rejected,
    warnings: [
      ...letters.map((reason) => ({ row, column: '', reason, values: { sample } })),
      ...(otherSheets.length === 0 ? [] : [{ row, column: '', reason: 'sheets-not-read' as const, values: { sheet } }]),
      ...([file, ...(file.otherSheets ?? [])].some(({ headers }) => headers === table.headers)
        ? []
        : [{ row, column: '', reason: 'rows-above-headers' as const, values: { headers: row } }]),
      ...[...columns.values()]
        .filter(({ indexes }) => indexes.some((index) => table.hiddenColumns?.includes(index)))
        .map(({ header }) => ({ row, column: header, reason: 'hidden-column-read' as const })),
      ...(table.labels === undefined ? [] : [{ row: table.labels, column: '', reason: 'labels-not-read' as const }]),
      ...found.warnings,
      ...warnings,
    ],
  };
}

/** Some names with letters that are not plain, so that a person can see whether they were read right. */
function letterSample(table: PeopleTable, name: readonly number[] = []): string {
  const names = table.rows.map((row) => cellsText(row, name)).filter((text) => /[^\u0000-\u007f]/u.test(text));
  return [...new Set(names.map((text) => text.replaceAll('\n', ' ').slice(0, 30)))].slice(0, 3).join(', ') || '…';
}
