import { useMemo, type ReactNode } from 'react';
import { createFormats } from './formats';
import { useWords, WordsContext } from './words-context';

/** Shows every hour below it in one zone, that of the reader or the programme, wherever the browser is. */
export function InZone({ timeZone, children }: { readonly timeZone: string; readonly children: ReactNode }): ReactNode {
  const words = useWords();
  const inside = useMemo(() => ({ ...words, format: createFormats(words.language, timeZone) }), [words, timeZone]);
  return <WordsContext value={inside}>{children}</WordsContext>;
}
