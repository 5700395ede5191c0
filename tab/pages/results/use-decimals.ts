import { useWords } from '../../lib/words-context';

export interface Decimals {
  /** With one decimal always, so that figures beside each other are of one kind. */
  readonly decimal: (value: number) => string;
  /** The same with its sign, as a change is written. */
  readonly change: (value: number) => string;
}

/** Figures with a decimal, as the reader's language writes them. With this page, since no other has any. */
export function useDecimals(): Decimals {
  const { language } = useWords();
  const written = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
    new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
      ...options,
    });
  return {
    decimal: (value) => written({}).format(value),
    change: (value) => written({ signDisplay: 'exceptZero' }).format(value),
  };
}
