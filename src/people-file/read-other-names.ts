import { cellsText } from './cell-text';
import { isEastern, nameWords } from './fold-name';
import type { PeopleRow } from './people-table';

/**
 * The other names of a row, each as it stands and together with the full one: beside Robert Vance a « Bob », or a `Bob Vance`, makes Bob Vance somebody. A cell that says nothing
 * more than the full name is left away.
 */
export function otherNames(row: PeopleRow, name: string | undefined, indexes: readonly number[]): readonly string[] {
  if (indexes.length === 0) return [];
  let known: ReadonlySet<string> | undefined;
  const found = new Set<string>();
  for (const index of indexes) {
    const text = cellsText(row, [index]);
    if (text === name) continue;
    known ??= new Set(nameWords(name ?? ''));
    const words = nameWords(text);
    if (words.every((word) => known?.has(word))) continue;
    if (words.length > 1 || isEastern(text)) found.add(text);
    if (name !== undefined) found.add(`${text} ${name}`);
  }
  return [...found];
}
