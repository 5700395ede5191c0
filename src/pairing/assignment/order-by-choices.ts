/** How many edges of a row do not hold the points. Without a branch: where many do, whether one does cannot be foretold. */
export function countOthers(edges: Int32Array, points: number): number {
  let others = 0;
  for (let column = 0; column < edges.length; column++) {
    const apart = (edges[column] as number) ^ points;
    others += (apart | -apart) >>> 31;
  }
  return others;
}

/** Rows that have choices, at most `most` of them, those with few first. */
export function orderByChoices(choices: Int32Array, most: number): Int32Array {
  const next = new Int32Array(most + 2);
  for (const count of choices) next[count + 1] = (next[count + 1] as number) + 1;
  const none = next[1] as number;
  for (let count = 1; count < next.length; count++) next[count] = (next[count] as number) + (next[count - 1] as number);
  const order = new Int32Array(choices.length);
  choices.forEach((count, row) => {
    order[next[count] as number] = row;
    next[count] = (next[count] as number) + 1;
  });
  return order.subarray(none);
}
