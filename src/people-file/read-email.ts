/** An address, also as mail programs copy it: `mailto:ada@x.example`, `Ada Lô <ada@x.example>`; in lower case, undefined for anything else. */
export function readEmail(cell: string): string | undefined {
  const text = (/<([^<>]+)>$/u.exec(cell)?.[1] ?? cell).replace(/^mailto:/iu, '').trim();
  return text.length <= 254 && /^[^\s@<>"(),;]+@[^\s@<>"(),;.]+(\.[^\s@<>"(),;.]+)+$/u.test(text)
    ? text.toLowerCase()
    : undefined;
}
