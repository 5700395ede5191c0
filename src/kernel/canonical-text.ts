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
  return JSON.stringify(inOrder(value));
}

/** A copy with the properties in order: `JSON.stringify` with a replacer takes several times as long. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inOrder);
  if ('toJSON' in value) return inOrder(JSON.parse(JSON.stringify(value)));
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value).sort()) {
    const held = inOrder((value as Readonly<Record<string, unknown>>)[name]);
    // Assigned one by one, objects of one kind share their shape: from a list of entries each is made anew.
    if (name === '__proto__') Object.defineProperty(copy, name, { value: held, enumerable: true });
    else copy[name] = held;
  }
  return copy;
}
