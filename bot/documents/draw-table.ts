import type { PageWriter } from './page-writer';

interface Drawn {
  /** Heads of the columns. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Left edges of the columns, from the left margin, and where the last one ends. */
  readonly places: readonly number[];
  /** From one row to the next. */
  readonly lineHeight: number;
}

/** From the heads to the first row. */
export const headHeight = 18;
const quiet = '#616161';
const ink = '#242424';

/** A table with heads, tagged as one; the writer's place stays at its top, where a picture may stand beside it. */
export function drawTable({ document, root }: PageWriter, { heads, rows, places, lineHeight }: Drawn): void {
  const { left } = document.page.margins;
  const top = document.y;
  const table = document.struct('Table');
  root.add(table);
  const width = (column: number): number => (places[column + 1] ?? 0) - (places[column] ?? 0) - 8;
  const row = (cells: readonly string[], tag: 'TH' | 'TD', y: number): void => {
    const line = document.struct('TR');
    table.add(line);
    for (const [column, words] of cells.entries()) {
      const cell = document.struct(tag, tag === 'TH' ? ({ scope: 'Column' } as object) : {});
      line.add(cell);
      cell.add(() => {
        document
          .font(tag === 'TH' ? 'bold' : 'regular')
          .fontSize(9)
          .fillColor(tag === 'TH' ? quiet : ink)
          .text(words, left + (places[column] ?? 0), y, { width: width(column) });
      });
      cell.end();
    }
    line.end();
  };
  row(heads, 'TH', top);
  for (const [index, cells] of rows.entries()) row(cells, 'TD', top + headHeight + index * lineHeight);
  table.end();
  document.x = left;
  document.y = top;
}
