import type { ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  words: { margin: 0, maxWidth: '70ch', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** What somebody typed, as the text it is, its lines kept. */
export function WrittenWords({ text }: { readonly text: string }): ReactNode {
  return <p className={useStyles().words}>{text}</p>;
}
