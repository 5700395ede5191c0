/** A file of answers as text cells, each as people see it (`visibleText`). */
export interface AnswerTable {
  readonly headers: readonly string[];
  /** Where the headers stand, as a person counts rows. */
  readonly line: number;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}
