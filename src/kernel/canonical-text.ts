/** The same text for the same rows, whatever the order of rows and properties; what an input hash is made of. */
export function canonicalRows(rows: readonly { readonly id: string }[]): string {
  const texts = rows.map((row) => [row.id, canonicalText(row)] as const);
  return texts
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, text]) => text)
    .join('\n');
}

/** JSON with the properties of every object in the order of their names. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
