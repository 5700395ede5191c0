import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(130px, 1.3fr) 3fr',
    '@media (max-width: 500px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
  },
  label: { fontSize: tokens.fontSizeBase300, minWidth: 0 },
  lanes: { display: 'grid', gap: '2px', minWidth: 0 },
  track: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  value: { flex: '0 0 auto', minWidth: '36px', fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase200 },
  lane: { flex: '1 1 auto', height: '10px', minWidth: 0 },
  bar: { display: 'block', height: '100%', borderRadius: tokens.borderRadiusSmall, forcedColorAdjust: 'none' },
  first: { backgroundColor: tokens.colorBrandForeground1 },
  second: { backgroundColor: tokens.colorNeutralForeground4 },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', margin: 0, fontSize: tokens.fontSizeBase200 },
  entry: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  sample: { width: '16px', height: '10px', borderRadius: tokens.borderRadiusSmall, forcedColorAdjust: 'none' },
});

export interface PairedBar {
  readonly label: string;
  /** Undefined where it is not shown. */
  readonly first: number | undefined;
  readonly second: number | undefined;
}

interface Props {
  readonly rows: readonly PairedBar[];
  readonly legend: { readonly first: string; readonly second: string };
  /** A number as it is written; also what stands for none. */
  readonly write: (value: number | undefined) => string;
}

/** Two numbers of each thing as lengths below one another, each beside its bar and said with what it counts. */
export function PairedBars({ rows, legend, write }: Props): ReactNode {
  const styles = useStyles();
  const most = Math.max(1, ...rows.flatMap(({ first = 0, second = 0 }) => [first, second]));
  return (
    <>
      <p className={styles.legend} aria-hidden>
        {(['first', 'second'] as const).map((which) => (
          <span key={which} className={styles.entry}>
            <span className={mergeClasses(styles.sample, styles[which])} />
            {legend[which]}
          </span>
        ))}
      </p>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.label} className={styles.row}>
            <span className={styles.label}>{row.label}</span>
            <span className={styles.lanes}>
              {(['first', 'second'] as const).map((which) => (
                <span
                  key={which}
                  className={styles.track}
                  role="img"
                  aria-label={`${legend[which]} ${write(row[which])}`}
                >
                  <span className={styles.value}>{write(row[which])}</span>
                  <span className={styles.lane}>
                    <span
                      className={mergeClasses(styles.bar, styles[which])}
                      style={{ width: `${Math.round(((row[which] ?? 0) / most) * 100)}%` }}
                    />
                  </span>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
