import { foldText } from '../kernel/fold-text';

/**
 * Whether an account has the name by which a file knows somebody: every word of it, in any order, whatever case, accents and titles the
 * directory adds. A single word is a name only where the account has no other.
 */
export function isNamedAlike(nameInFile: string, nameOfAccount: string): boolean {
  const [wanted, had] = [nameInFile, nameOfAccount].map((name) => new Set(foldText(name).match(/[\p{L}\p{N}]+/gu)));
  if (wanted === undefined || had === undefined || wanted.size === 0) return false;
  return [...wanted].every((word) => had.has(word)) && (wanted.size > 1 || had.size === 1);
}
