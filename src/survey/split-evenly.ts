/** The items in as few lists as hold at most so many each, of lengths that differ by one at most: none is of a few only. */
export function splitEvenly<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  const lists = Math.ceil(items.length / most);
  const start = (list: number): number => Math.floor((list * items.length) / lists);
  return Array.from({ length: lists }, (_, list) => items.slice(start(list), start(list + 1)));
}
