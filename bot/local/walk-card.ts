/** An object of a card. */
export type CardNode = Readonly<Record<string, unknown>>;

/** Every object of a card or of several, save those that are data of a press or stand in for others. */
export function walkCard(node: unknown): readonly CardNode[] {
  if (Array.isArray(node)) return node.flatMap(walkCard);
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.entries(node).flatMap(([name, value]) =>
    name === 'data' || name === 'fallback' ? [] : walkCard(value),
  );
  return [node as CardNode, ...inside];
}
