import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { usePageStyles } from './page-styles';

const useStyles = makeStyles({
  figure: { display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end', minWidth: 0 },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  words: { margin: 0, minHeight: tokens.lineHeightBase600 },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface Figure {
  readonly label: string;
  readonly value: ReactNode;
  /** The value is a sentence, not a number. */
  readonly inWords?: boolean;
}

/** A few numbers side by side, each with what it counts. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <dl className={page.facts}>
      {figures.map((figure) => (
        <div key={figure.label} className={styles.figure}>
          <dt className={styles.label}>{figure.label}</dt>
          <dd className={figure.inWords === true ? styles.words : styles.value}>{figure.value}</dd>
        </div>
      ))}
    </dl>
  );
}
