import { readHeader } from './read-header';

/**
 * Why a column is not read, whatever its cells hold: `origin` (where people come from, birth, belief, visa, minority, disability), never, not even where
 * a map names it; `intimate` (health, pregnancy, family, union, pay), and a map that names it is refused. Undefined for any other header.
 */
export function isNeverRead(header: string): 'origin' | 'intimate' | undefined {
  const { subjects } = readHeader(header);
  if (subjects.has('origin')) return 'origin';
  return subjects.has('intimate') ? 'intimate' : undefined;
}
