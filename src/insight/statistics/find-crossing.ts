/** Halvings after which two numbers have no third between them. */
const halvings = 200;

/** Where an increasing function is `goal`, by halving a range that holds the place; a range that does not is answered with its end. */
export function findCrossing(increasing: (at: number) => number, goal: number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < halvings; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (increasing(middle) < goal) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
