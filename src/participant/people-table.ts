/** A people file as text cells, decoded from CSV or XLSX. */
export interface PeopleTable {
  readonly headers: readonly string[];
  readonly rows: readonly PeopleRow[];
}

export interface PeopleRow {
  /** The row as a person counts in a spreadsheet: the headers are row 1. */
  readonly line: number;
  readonly cells: readonly string[];
}
