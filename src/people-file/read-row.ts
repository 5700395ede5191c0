import type { FoundColumn } from './read-mapped-columns';
import type { PeopleField } from './participant-contract';
import type { PeopleIssue, RejectionReason, WarningReason } from './people-issue';
import type { PeopleRow } from './people-table';
import type { FieldReader } from './read-field';

const longest: Partial<Record<PeopleField, number>> = { id: 100, managerId: 254, email: 254, ageBand: 40, gender: 40 };
const longestWords = 200;

/** One row while it is read: what it says in each field, and what is wrong or in doubt with it so far. */
export class RowReading {
  readonly rejected: PeopleIssue<RejectionReason>[] = [];
  readonly warnings: PeopleIssue<WarningReason>[] = [];

  constructor(
    readonly row: PeopleRow,
    readonly columns: ReadonlyMap<PeopleField, FoundColumn>,
    private readonly read: FieldReader,
  ) {}

  /** What the row says in a field, after a map and without marks for nothing. */
  cell(field: PeopleField): string {
    return this.read(this.row, field);
  }

  /** The field as one line of words; undefined where it is empty or, which refuses the row, too long. */
  words(field: PeopleField): string | undefined {
    const text = this.cell(field).replaceAll('\n', ' ');
    if (text.length <= (longest[field] ?? longestWords)) return text === '' ? undefined : text;
    this.reject(field, 'too-long', text);
    return undefined;
  }

  /** The field as `read` reads it; undefined where it is empty or, which refuses the row for this reason, cannot be read. */
  parsed<T>(field: PeopleField, read: (text: string) => T | undefined, reason: RejectionReason): T | undefined {
    const text = this.cell(field);
    const value = text === '' ? undefined : read(text);
    if (text !== '' && value === undefined) this.reject(field, reason, text);
    return value;
  }

  /** The value; where there is none, and nothing was said of it yet, the row is refused. */
  needed<T>(field: PeopleField, value: T | undefined): T | undefined {
    if (value === undefined && !this.rejected.some((issue) => issue.column === this.header(field)))
      this.reject(field, 'missing');
    return value;
  }

  reject(field: PeopleField, reason: RejectionReason, value = ''): void {
    this.rejected.push({
      row: this.row.line,
      column: this.header(field),
      reason,
      values: { value: value.slice(0, 60) },
    });
  }

  /** Notes a doubt about a field. */
  warn(field: PeopleField, reason: WarningReason, values: Readonly<Record<string, string>> = {}): void {
    this.warnings.push({ row: this.row.line, column: this.header(field), reason, values });
  }

  /** What the file calls the field. */
  header(field: PeopleField): string {
    return this.columns.get(field)?.header ?? field;
  }
}
