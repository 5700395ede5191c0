/** What a reader may notice of the letters of a file: guessed, of two kinds, or turned back from twice. */
export type LettersNoticed = 'letters-guessed' | 'letters-mixed' | 'letters-mended';

/** A people file as text cells, decoded from CSV or XLSX. */
export interface PeopleTable {
  readonly headers: readonly string[];
  readonly rows: readonly PeopleRow[];
  /** The row of the headers as a person counts in a spreadsheet; 1 where absent. */
  readonly line?: number;
  /** The row of a second line of headers, which is not read. */
  readonly labels?: number;
  readonly letters?: readonly LettersNoticed[];
  /** Places of columns that the workbook hides. */
  readonly hiddenColumns?: readonly number[];
  /** The name of the sheet, of a workbook. */
  readonly sheet?: string;
  /** The other sheets of a workbook that hold something. */
  readonly otherSheets?: readonly PeopleTable[];
}

export interface PeopleRow {
  /** The row as a person counts in a spreadsheet. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Hidden in the workbook, by a filter or by hand. */
  readonly hidden?: true;
}
