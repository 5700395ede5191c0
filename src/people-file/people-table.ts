/** A people file as text cells, decoded from CSV or XLSX. */
export interface PeopleTable {
  readonly headers: readonly string[];
  readonly rows: readonly PeopleRow[];
  /** The row of the headers as a person counts in a spreadsheet; 1 where absent. */
  readonly line?: number;
  /** The name of the sheet, of a workbook. */
  readonly sheet?: string;
  /** The other sheets of a workbook that hold something. */
  readonly otherSheets?: readonly PeopleTable[];
}

export interface PeopleRow {
  /** The row as a person counts in a spreadsheet. */
  readonly line: number;
  readonly cells: readonly string[];
}
