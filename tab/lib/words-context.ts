import { createContext, useContext } from 'react';
import type { Language } from '../host/host';
import type { Formats } from './formats';
import type { Translate } from './translate';

export interface Words {
  readonly t: Translate;
  /** The name of a topic, of the catalogue or in somebody's own words. */
  readonly topic: (id: string) => string;
  /** The words of a survey; a key without words is shown as it is. */
  readonly survey: (key: string) => string;
  /** What is measured, by whom and how, where the words have no places to fill; a key without words is shown as it is. */
  readonly insight: (key: string) => string;
  readonly format: Formats;
  readonly language: Language;
}

export const WordsContext = createContext<Words | undefined>(undefined);

/** Texts, dates and numbers in the reader's language. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === undefined) throw new Error('useWords needs a WordsContext above it.');
  return words;
}
