import { writeChange } from '../../../src/insight/write-change';
import { formatNumber } from '../../../src/language/format-number';
import { useWords } from '../../lib/words-context';

export interface Decimals {
  /** With one decimal always, so that figures beside each other are of one kind. */
  readonly decimal: (value: number) => string;
  /** A change with its sign (`writeChange`). */
  readonly change: (value: number) => string;
  /** Whole points with their sign. */
  readonly points: (value: number) => string;
}

/** Figures with a decimal, as the reader's language writes them. With this page, since no other has any. */
export function useDecimals(): Decimals {
  const { language } = useWords();
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  return {
    decimal: (value) => formatNumber(value, locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    change: (value) => writeChange(value, locale),
    points: (value) => formatNumber(value, locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' }),
  };
}
