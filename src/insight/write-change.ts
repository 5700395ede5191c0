import { formatNumber } from '../language/format-number';

/** Below it one decimal tells too little of a change. */
const small = 0.1;
/** What is smaller is a sum of decimals that is not quite 0. */
const noise = 1e-9;

/**
 * A change as it is written: its sign and one decimal, and where it is smaller than that, its first digit that is not 0. So +0.03 is never read as no change, nor an
 * interval from +0.03 as one that begins at it.
 */
export function writeChange(value: number, locale: string): string {
  const size = Math.abs(value);
  const digits =
    size < small && size > noise
      ? { maximumSignificantDigits: 1 }
      : { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return formatNumber(size > noise ? value : 0, locale, { signDisplay: 'exceptZero', ...digits });
}
