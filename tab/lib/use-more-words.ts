import { useContext, useEffect, useState } from 'react';
import { LanguageContext } from './language-context';
import type { WordGroup } from './word-groups';

/** Whether the words of a part that comes after its page are there; asks for them once. Where they cannot be loaded it throws, as a page does. */
export function useMoreWords(group: WordGroup): boolean {
  const { need } = useContext(LanguageContext);
  const [there, setThere] = useState(false);
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    let gone = false;
    need(group).then(
      () => {
        if (!gone) setThere(true);
      },
      (error: unknown) => {
        if (!gone) setFailure(error instanceof Error ? error : new Error(String(error)));
      },
    );
    return () => {
      gone = true;
    };
  }, [need, group]);
  if (failure !== undefined) throw failure;
  return there;
}
