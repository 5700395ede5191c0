import { checkOrganisation, type ReadRow } from './check-organisation';
import type { PeopleField, PeopleMap } from './participant-contract';
import { dropUnreadableColumns } from './drop-unreadable-columns';
import { findColumns, type FoundColumns } from './find-columns';
import { findHeaders } from './find-headers';
import type { PersonProfile } from '../domain/participant';
import { gatherIssues, type PeopleIssue, type RejectionReason, type WarningReason } from './people-issue';
import type { PeopleTable } from './people-table';
import { readPerson } from './read-person';
import { resolveTopic } from '../catalogues/topics';
import { visibleText } from '../enrolment/visible-text';

export interface MappedPeople {
  /** Rows that hold something, the headers apart. */
  readonly rows: number;
  readonly people: readonly PersonProfile[];
  /** Manager's id by id, of rows that were not taken too: a chain may pass through people who take no part. */
  readonly reportingLines: ReadonlyMap<string, string>;
  readonly rejected: readonly PeopleIssue<RejectionReason>[];
  readonly warnings: readonly PeopleIssue<WarningReason>[];
  /** Ids and e-mail addresses of every row, in lower case, of rows that were not taken too. */
  readonly named: ReadonlySet<string>;
  /** Rows that do not say who they are about. */
  readonly nameless: number;
}

/**
 * Reads a people file's table into profiles, columns found by the map or by their usual names. Rows that cannot be
 * taken are listed with every cell at fault; defaults and doubts are warnings. Nobody is taken where a needed column
 * is missing (an issue of row 1).
 */
export function mapPeople(file: PeopleTable, map?: PeopleMap, leaveOut: readonly PeopleField[] = []): MappedPeople {
  const table = findHeaders(file, map, leaveOut);
  const rows = table.rows.filter((row) => row.cells.some((cell) => visibleText(cell) !== ''));
  const found = foundIn(table, file, map, leaveOut);
  if (found.rejected.length > 0) {
    return {
      rows: rows.length,
      people: [],
      reportingLines: new Map(),
      rejected: found.rejected,
      warnings: found.warnings,
      named: new Set(),
      nameless: rows.length,
    };
  }
  const topics = new Map<string, string>();
  const topicOf = (words: string): string => {
    const topic = topics.get(words) ?? resolveTopic(words);
    topics.set(words, topic);
    return topic;
  };
  const headerOf = (field: PeopleField): string => found.columns.get(field)?.header ?? field;
  const read = rows.map((row): ReadRow => {
    const person = { row: row.line, ...readPerson(row, found.columns, topicOf) };
    if (!row.cells.slice(table.headers.length).some((cell) => cell.trim() !== '')) return person;
    return {
      row: row.line,
      rejected: [{ row: row.line, column: '', reason: 'too-many-cells', values: { columns: table.headers.length } }],
      warnings: [],
    };
  });
  const organised = checkOrganisation(read, headerOf);
  const taken = read.filter((row) => row.person !== undefined);
  const linesOnly = read.filter(
    (row) => row.person === undefined && row.id !== undefined && organised.reportingLines.has(row.id),
  );
  const warnings: PeopleIssue<WarningReason>[] = [
    ...found.warnings,
    ...taken.flatMap((row) => row.warnings),
    ...linesOnly.map((row) => ({
      row: row.row,
      column: headerOf('managerId'),
      reason: 'reporting-line-kept' as const,
    })),
    ...organised.warnings,
    ...(taken.length > 0 && read.every(({ managerId }) => managerId === undefined)
      ? [{ row: table.line ?? 1, column: headerOf('managerId'), reason: 'no-managers' as const }]
      : []),
  ];
  const rejected: PeopleIssue<RejectionReason>[] = [
    ...(rows.length === 0 ? [{ row: table.line ?? 1, column: '', reason: 'no-rows' as const }] : []),
    ...read.flatMap((row) => row.rejected),
    ...organised.rejected,
  ];
  return {
    rows: rows.length,
    people: organised.people,
    reportingLines: organised.reportingLines,
    rejected: rejected.sort((a, b) => a.row - b.row),
    warnings: gatherIssues(warnings),
    named: new Set(read.flatMap(({ id, email }) => [id, email].flatMap((text) => text?.toLowerCase() ?? []))),
    nameless: read.filter(({ id, email }) => id === undefined && email === undefined).length,
  };
}

/** The columns of a table, with what is to be said of the table itself. */
function foundIn(
  table: PeopleTable,
  file: PeopleTable,
  map: PeopleMap | undefined,
  leaveOut: readonly PeopleField[],
): FoundColumns {
  const { line: row = 1, sheet = '', otherSheets = [] } = table;
  const found = findColumns(table.headers, map, leaveOut, row);
  const { columns, warnings } = dropUnreadableColumns(table, found.columns);
  return {
    columns,
    rejected: found.rejected,
    warnings: [
      ...(otherSheets.length === 0 ? [] : [{ row, column: '', reason: 'sheets-not-read' as const, values: { sheet } }]),
      ...([file, ...(file.otherSheets ?? [])].some(({ headers }) => headers === table.headers)
        ? []
        : [{ row, column: '', reason: 'rows-above-headers' as const, values: { headers: row } }]),
      ...found.warnings,
      ...warnings,
    ],
  };
}
