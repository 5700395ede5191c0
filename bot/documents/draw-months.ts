import { drawTable, headHeight } from './draw-table';
import type { PageWriter } from './page-writer';

interface Drawn {
  /** Heads of the three columns: month, held, planned. */
  readonly heads: readonly string[];
  /** The picture in words. */
  readonly picture: string;
  readonly months: readonly { readonly name: string; readonly held: number; readonly planned: number }[];
}

const lineHeight = 18;
const places = [0, 130, 200, 270] as const;
const barHeight = 9;
const edge = '#616161';
const bar = '#0F548C';

/** Months as a table of three columns, and beside it what was held of what was planned as bars. Whoever draws it sees that there is room (`heightOfMonths`). */
export function drawMonths(page: PageWriter, { heads, picture, months }: Drawn): void {
  const { document, root } = page;
  const { left, right } = document.page.margins;
  const top = document.y;
  drawTable(page, {
    heads,
    rows: months.map(({ name, held, planned }) => [
      name,
      ...(planned === 0 ? ['–', '–'] : [String(held), String(planned)]),
    ]),
    places,
    lineHeight,
  });
  const [from, to] = [left + places[3], document.page.width - right];
  const most = Math.max(1, ...months.map(({ planned }) => planned));
  const height = heightOfMonths(months.length);
  const figure = document.struct('Figure', { alt: picture, bbox: [from, top, to, top + height] } as object);
  root.add(figure);
  figure.add(() => {
    for (const [index, { held, planned }] of months.entries()) {
      const y = top + headHeight + index * lineHeight + 2;
      const width = (count: number): number => ((to - from) * count) / most;
      if (held > 0) document.rect(from, y, width(held), barHeight).fill(bar);
      if (planned > 0) document.lineWidth(0.8).rect(from, y, width(planned), barHeight).stroke(edge);
    }
  });
  figure.end();
  document.x = left;
  document.y = top + height;
}

/** The room that so many months take, in points. */
export function heightOfMonths(count: number): number {
  return headHeight + count * lineHeight + 4;
}
