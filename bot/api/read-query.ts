import { ok, refused, type Result } from '../../src/kernel/result';

const longest = 2_000;

/** The query parameters as plain strings; a name given twice, in brackets or reserved by the language is refused. */
export function readQuery(url: string): Result<Readonly<Record<string, string>>, 'invalid-query'> {
  const at = url.indexOf('?');
  if (at === -1) return ok({});
  const text = url.slice(at + 1);
  if (text.length > longest) return refused('invalid-query');
  const values = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (!/^[A-Za-z]{1,30}$/.test(name) || values.has(name) || /[\u0000-\u001f\u007f]/.test(value))
      return refused('invalid-query');
    if (name in Object.prototype) return refused('invalid-query');
    values.set(name, value);
  }
  return ok(Object.fromEntries(values));
}
