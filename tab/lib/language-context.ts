import { createContext, useContext } from 'react';
import type { Language } from '../host/host';
import type { WordStore } from './word-store';

interface LanguageChoice {
  readonly choose: (language: Language) => void;
  /** Loads the words of a part that comes after its page. */
  readonly need: WordStore['need'];
}

export const LanguageContext = createContext<LanguageChoice>({
  choose: () => undefined,
  need: () => Promise.resolve(),
});

/** Changes the language of the tab. */
export function useLanguageChoice(): LanguageChoice {
  return useContext(LanguageContext);
}
