import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(130px, 1.3fr) 3fr',
    '@media (max-width: 500px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
  },
  label: { fontSize: tokens.fontSizeBase300, minWidth: 0 },
  track: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  lane: { flex: '1 1 auto', height: '14px', minWidth: 0 },
  bar: {
    height: '100%',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandForeground1,
    forcedColorAdjust: 'none',
  },
  quiet: { backgroundColor: tokens.colorNeutralForeground4 },
  value: { flex: '0 0 auto', minWidth: '44px', fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase300 },
});

export interface BarRow {
  readonly label: string;
  readonly value: string;
  /** Length of the bar, 0 to 1. */
  readonly share: number;
  readonly quiet?: boolean;
}

/** Figures as lengths, each with its label and number in words beside it. */
export function BarRows({ rows }: { readonly rows: readonly BarRow[] }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.label} className={styles.row}>
          <span className={styles.label}>{row.label}</span>
          <span className={styles.track}>
            <span className={styles.value}>{row.value}</span>
            <span className={styles.lane} aria-hidden>
              <span
                className={mergeClasses(styles.bar, row.quiet === true && styles.quiet)}
                style={{ display: 'block', width: `${Math.round(Math.min(1, Math.max(0, row.share)) * 100)}%` }}
              />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
