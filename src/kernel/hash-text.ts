/**
 * A whole number of 32 bits that is always the same for the text: FNV-1a, its high bits folded into the low ones, which alone are
 * uneven. Row keys depend on it, so that it must never change; it keeps nothing secret.
 */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}
