import type { FileColumns, Finding, PeopleCheckRequest } from '../../../src/people-file/api-contract';
import type { MappedColumn, PeopleField } from '../../../src/people-file/participant-contract';

/** The columns HR wants a field read from, and what they say the file's own values mean. */
export interface FieldChoice {
  readonly columns: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  /** The same for everybody, in place of a column; '' while it is being written. */
  readonly constant?: string;
}

/** A column, and the values of it that leave a row out, as they are written: one after the other with semicolons. */
export interface RowsLeftOut {
  readonly column: string;
  readonly values: string;
}

export type ColumnChoice = Partial<Readonly<Record<PeopleField, FieldChoice>>> & {
  readonly rowsLeftOut?: RowsLeftOut;
  /** Columns of people above somebody; absent until somebody chooses, so that those of another reading are found all the same. */
  readonly superiors?: readonly string[];
};

/** The columns as the file was read, with the meanings given so far to values of the same column. */
export function choiceOf({ fields }: FileColumns, before: ColumnChoice = {}): ColumnChoice {
  const read: ColumnChoice = Object.fromEntries(
    fields.map(({ field, columns, constant }): [PeopleField, FieldChoice] => {
      const there = before[field];
      const values = there !== undefined && sameColumns(there.columns, columns) ? there.values : {};
      return [field, { columns, values, ...(constant === undefined ? {} : { constant }) }];
    }),
  );
  const { rowsLeftOut, superiors } = before;
  return {
    ...read,
    ...(rowsLeftOut === undefined ? {} : { rowsLeftOut }),
    ...(superiors === undefined ? {} : { superiors }),
  };
}

/** The choice as the API takes it: each field with its columns, the others not to be looked for. */
export function requestOf({
  rowsLeftOut,
  superiors,
  ...choice
}: ColumnChoice): Pick<PeopleCheckRequest, 'map' | 'leaveOut'> {
  const map = new Map<PeopleField, MappedColumn>();
  const leaveOut: PeopleField[] = [];
  for (const [field, { columns, values, constant = '' }] of Object.entries(choice) as [PeopleField, FieldChoice][]) {
    const [column, ...others] = columns;
    if (constant.trim() !== '') map.set(field, { constant: constant.trim() });
    else if (column === undefined) leaveOut.push(field);
    else if (others.length > 0) map.set(field, { columns: [...columns] });
    else map.set(field, Object.keys(values).length > 0 ? { column, values: { ...values } } : column);
  }
  const { column = '', values = '' } = rowsLeftOut ?? {};
  const left = values.split(';').flatMap((value) => value.trim() || []);
  return {
    map: {
      ...Object.fromEntries(map),
      ...(superiors === undefined
        ? {}
        : { superiors: superiors.length === 0 ? { constant: '' as const } : { columns: [...superiors] } }),
      ...(column === '' || left.length === 0 ? {} : { leaveOut: { [column]: left } }),
    },
    leaveOut,
  };
}

/** The choice with another column for a field, at the given place among those that are joined; '' takes it away. */
export function withColumn(choice: ColumnChoice, field: PeopleField, place: number, column: string): ColumnChoice {
  const columns = [...(choice[field]?.columns ?? [])];
  columns[place] = column;
  return { ...choice, [field]: { columns: columns.filter((header) => header !== ''), values: {} } };
}

/** The choice with the same for everybody in a field, in place of a column. */
export function withConstant(choice: ColumnChoice, field: PeopleField, constant: string): ColumnChoice {
  return { ...choice, [field]: { columns: [], values: {}, constant } };
}

/** The choice with another column of people above somebody in the place of one that is read; '' takes it away. */
export function withSuperior(
  choice: ColumnChoice,
  read: readonly string[],
  place: number,
  column: string,
): ColumnChoice {
  const columns = [...(choice.superiors ?? read)];
  columns[place] = column;
  return { ...choice, superiors: [...new Set(columns)].filter((header) => header !== '') };
}

/** The choice with the rows that are left out by their values in a column. */
export function withRowsLeftOut(choice: ColumnChoice, rowsLeftOut: RowsLeftOut): ColumnChoice {
  return { ...choice, rowsLeftOut };
}

/** The choice with a field read from the column that was offered for it; people to keep apart are a list, of all columns that name some. */
export function withFix(choice: ColumnChoice, { field, column }: NonNullable<Finding['fix']>): ColumnChoice {
  if (field === 'exclude')
    return { ...choice, exclude: { columns: [...(choice.exclude?.columns ?? []), column], values: {} } };
  return { ...choice, [field]: { columns: [column], values: {} } };
}

/** The choice with what a value of the file means; undefined takes the meaning away. */
export function withMeaning(
  choice: ColumnChoice,
  field: PeopleField,
  value: string,
  meaning: string | undefined,
): ColumnChoice {
  const { columns = [], values = {} } = choice[field] ?? {};
  const { [value]: _before, ...others } = values;
  return { ...choice, [field]: { columns, values: meaning === undefined ? others : { ...others, [value]: meaning } } };
}

function sameColumns(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((column, index) => column === other[index]);
}
