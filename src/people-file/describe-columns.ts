import type { FieldColumns, FileColumns } from './api-contract';
import { peopleFields, type PeopleField, type PeopleMap } from './participant-contract';
import { findColumns } from './find-columns';
import type { FoundColumn } from './read-mapped-columns';
import { findHeaders } from './find-headers';
import { isNeverRead } from './is-never-read';
import { accountKindOf, presenceOf } from './tell-presence';
import { foldText } from '../kernel/fold-text';
import type { PeopleTable } from './people-table';
import { readRole, readWholeNumber, readYesNo } from '../enrolment/read-cells';

const mostHeaders = 60;
const mostValues = 30;
const longestText = 200;

/** Never kept of a file (`importablePerson`), so nobody is asked for them. */
const notAsked: ReadonlySet<PeopleField> = new Set(['ageBand', 'gender', 'consentDiversity']);

/** What a value of a field with a closed set of values is read as, in the words of the map. */
const meanings: Partial<Readonly<Record<PeopleField, (text: string) => string | undefined>>> = {
  role: readRole,
  level: (text) => readWholeNumber(text, 1, 10)?.toString(),
  guest: (text) => {
    const kind = accountKindOf(text);
    const guest = readYesNo(text) ?? (kind === undefined || kind === 'service' ? undefined : kind === 'guest');
    return guest === undefined ? undefined : guest ? 'yes' : 'no';
  },
  status: presenceOf,
};

/**
 * How the columns of a file are read, so that a person can choose them otherwise: at most 60 headers, and of the
 * fields with a closed set of values at most 30 values of their column. No other cell of the file is in it.
 */
export function describeColumns(
  file: PeopleTable,
  map?: PeopleMap,
  leaveOut: readonly PeopleField[] = [],
): FileColumns {
  const table = findHeaders(file, map, leaveOut);
  const { columns, superiors } = findColumns(table, map, leaveOut);
  const headers = choosable(table.headers);
  return {
    headers: headers.slice(0, mostHeaders),
    headersMore: Math.max(0, headers.length - mostHeaders),
    fields: peopleFields.filter((field) => !notAsked.has(field)).map((field) => fieldColumns(field, table, columns)),
    superiors: superiors.map((index) => table.headers[index] ?? ''),
    missing: [
      ...(columns.has('id') || columns.has('email') ? [] : (['person-id'] as const)),
      ...(['name', 'role'] as const).filter((field) => !columns.has(field)),
    ],
  };
}

/** A map names a column by its header, folded: of two that fold to the same only the first can be meant. */
function choosable(headers: readonly string[]): readonly string[] {
  const folded = headers.map(foldText);
  return headers.filter(
    (header, index) =>
      header.length > 0 &&
      header.length <= longestText &&
      isNeverRead(header) === undefined &&
      folded.indexOf(folded[index] ?? '') === index,
  );
}

function fieldColumns(
  field: PeopleField,
  table: PeopleTable,
  columns: ReadonlyMap<PeopleField, FoundColumn>,
): FieldColumns {
  const column = columns.get(field);
  const headers = (column?.indexes ?? []).map((index) => table.headers[index] ?? '');
  if (column?.constant !== undefined && column.constant !== '')
    return { field, columns: [], constant: column.constant };
  const read = meanings[field];
  const [only, ...others] = column?.indexes ?? [];
  if (column === undefined || read === undefined || only === undefined || others.length > 0)
    return { field, columns: headers };
  const values = valuesOf(table, only).map((value) => {
    const mapped = column.values.get(foldText(value)) ?? value;
    const meaning = mapped === '' ? '' : read(mapped);
    return meaning === undefined ? { value } : { value, meaning };
  });
  const unclear = values.filter(({ meaning }) => meaning === undefined);
  const listed = [...unclear, ...values.filter(({ meaning }) => meaning !== undefined)];
  return {
    field,
    columns: headers,
    values: listed.slice(0, mostValues),
    valuesMore: Math.max(0, listed.length - mostValues),
  };
}

/** The values of a column, each once however it is spelled, the most frequent first. */
function valuesOf(table: PeopleTable, index: number): readonly string[] {
  const seen = new Map<string, { readonly value: string; count: number }>();
  for (const { cells } of table.rows) {
    const value = (cells[index] ?? '').replace(/[\p{Cc}\p{Zs}]+/gu, ' ').trim();
    const folded = foldText(value);
    if (folded === '' || value.length > longestText) continue;
    const there = seen.get(folded) ?? { value, count: 0 };
    there.count += 1;
    seen.set(folded, there);
  }
  return [...seen.values()].sort((a, b) => b.count - a.count).map(({ value }) => value);
}
