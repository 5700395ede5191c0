import { drawTable, headHeight } from './draw-table';
import type { PageWriter } from './page-writer';

interface Drawn {
  /** Heads of the four columns. */
  readonly heads: readonly string[];
  /** The picture in words. */
  readonly picture: string;
  readonly rows: readonly {
    readonly cells: readonly string[];
    readonly middle: number;
    readonly low: number;
    readonly high: number;
  }[];
}

/** Points of the scale on either side of no change; what is beyond is drawn at the end. */
const reach = 2;
const lineHeight = 30;
/** Left edges of the columns, from the left margin, and where the picture begins. */
const places = [0, 185, 240, 312, 400] as const;
const quiet = '#616161';
const bar = '#0F548C';

/** Changes as a table of four columns, and beside it their intervals as one picture. */
export function drawChanges(page: PageWriter, { heads, picture, rows }: Drawn): void {
  const { document, root } = page;
  const { left, right } = document.page.margins;
  const [top, end] = [document.y, document.page.width - right];
  drawTable(page, { heads, rows: rows.map(({ cells }) => cells), places, lineHeight });

  const [from, to] = [left + places[4], end];
  const at = (value: number): number =>
    from + ((Math.min(Math.max(value, -reach), reach) + reach) / (2 * reach)) * (to - from);
  const height = headHeight + rows.length * lineHeight;
  const figure = document.struct('Figure', { alt: picture, bbox: [from, top, to, top + height] } as object);
  root.add(figure);
  figure.add(() => {
    document
      .lineWidth(0.5)
      .strokeColor(quiet)
      .moveTo(at(0), top + headHeight - 5)
      .lineTo(at(0), top + height - 8)
      .stroke();
    for (const [index, { middle, low, high }] of rows.entries()) {
      const y = top + 24 + index * lineHeight;
      document.lineWidth(2).strokeColor(bar).moveTo(at(low), y).lineTo(at(high), y).stroke();
      document.circle(at(middle), y, 4).fill(bar);
    }
    document.font('regular').fontSize(8).fillColor(quiet);
    for (const [value, align] of [
      ['−2', 'left'],
      ['0', 'center'],
      ['+2', 'right'],
    ] as const)
      document.text(value, from, top, { width: to - from, align });
  });
  figure.end();
  document.x = left;
  document.y = top + height + 2;
}
