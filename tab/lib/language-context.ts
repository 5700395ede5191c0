import { createContext, useContext } from 'react';
import type { Language } from '../host/host';

interface LanguageChoice {
  readonly choose: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageChoice>({ choose: () => undefined });

/** Changes the language of the tab. */
export function useLanguageChoice(): LanguageChoice {
  return useContext(LanguageContext);
}
