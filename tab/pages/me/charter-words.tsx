import type { ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ list: { margin: 0, paddingInlineStart: '1.25em' } });

/** The charter of a pair, a sentence each. */
export function CharterWords({ words }: { readonly words: readonly string[] }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {words.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
