import { writeChange } from '../../../src/insight/write-change';
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
  const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  return {
    decimal: (value) => written.format(value),
    change: (value) => writeChange(value, locale),
    points: (value) => whole.format(value),
  };
}
