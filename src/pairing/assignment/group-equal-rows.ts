import { leapOver, type ScoreRows } from './read-score-rows';

/** Rows, or columns, that are equal in all their scores and in their places. */
export interface Groups {
  /** Group by row, or by column. */
  readonly groups: Int32Array;
  /** One of each group. */
  readonly some: readonly number[];
}

/** Rows that are compared first: where hardly two of them are equal, no others are looked at. */
const sampled = 64;

/** Groups of equal rows, at most `most`; undefined where there are more. */
export function groupRows(scores: ScoreRows, most: number): Groups | undefined {
  const { rows, rowPlaces } = scores;
  const markOf = (row: number): number =>
    (markRow(scores.read(row)) ^ Math.imul(rowPlaces[row] as number, 0x9e3779b1)) | 0;
  const leap = leapOver(rows);
  const marks = new Set<number>();
  for (let turn = 0, row = 0; turn < Math.min(sampled, rows); turn++, row = (row + leap) % rows) marks.add(markOf(row));
  // Of so many rows two are of a kind at least, where kinds are few.
  if (marks.size === Math.min(sampled, rows)) return undefined;
  return group(rows, most, markOf, (row) => {
    const points = scores.read(row).slice();
    return (other) => rowPlaces[other] === rowPlaces[row] && equal(scores.read(other), points);
  });
}

/** Groups of columns that are equal in one row of each group, and so in all; at most `most`. */
export function groupColumns(scores: ScoreRows, rows: Groups, most: number): Groups | undefined {
  const { columns, columnPlaces } = scores;
  const table = rows.some.map((row) => scores.read(row).slice());
  const marks = columnPlaces.slice();
  for (const points of table)
    for (let column = 0; column < columns; column++)
      marks[column] = mix(marks[column] as number, points[column] as number);
  return group(
    columns,
    most,
    (column) => marks[column] as number,
    (column) => (other) =>
      columnPlaces[other] === columnPlaces[column] && table.every((points) => points[other] === points[column]),
  );
}

/** Puts together what is equal among those of one mark. */
function group(
  count: number,
  most: number,
  markOf: (index: number) => number,
  equalTo: (index: number) => (other: number) => boolean,
): Groups | undefined {
  const known = new Map<number, { readonly group: number; readonly isSame: (other: number) => boolean }[]>();
  const groups = new Int32Array(count);
  const some: number[] = [];
  for (let index = 0; index < count; index++) {
    const mark = markOf(index);
    const alike = known.get(mark) ?? [];
    const same = alike.find(({ isSame }) => isSame(index));
    if (same !== undefined) {
      groups[index] = same.group;
      continue;
    }
    if (some.length >= most) return undefined;
    groups[index] = some.length;
    known.set(mark, [...alike, { group: some.length, isSame: equalTo(index) }]);
    some.push(index);
  }
  return { groups, some };
}

/** A number that equal rows share, and others hardly ever. */
function markRow(points: Int32Array): number {
  let mark = 0;
  for (let column = 0; column < points.length; column++) mark = mix(mark, points[column] as number);
  return mark;
}

function mix(mark: number, points: number): number {
  const mixed = Math.imul(mark ^ points, 0x01000193);
  return mixed ^ (mixed >>> 15);
}

function equal(one: Int32Array, other: Int32Array): boolean {
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}
