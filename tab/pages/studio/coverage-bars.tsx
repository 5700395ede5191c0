import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(80px, max-content) max-content minmax(40px, 1fr)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    alignItems: 'center',
  },
  row: { display: 'grid', gridTemplateColumns: 'subgrid', gridColumn: '1 / -1', alignItems: 'center' },
  label: { minWidth: 0, overflowWrap: 'anywhere' },
  value: { fontVariantNumeric: 'tabular-nums', textAlign: 'end' },
  lane: {
    display: 'block',
    height: '14px',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    overflow: 'hidden',
  },
  bar: {
    display: 'block',
    height: '100%',
    backgroundColor: tokens.colorBrandForeground1,
    forcedColorAdjust: 'none',
  },
});

interface Props {
  readonly rows: readonly { readonly label: string; readonly value: string; readonly share: number }[];
}

/** Parts of wholes: each lane is a whole group, and as much of it is filled as has a partner; the number stands beside it. */
export function CoverageBars({ rows }: Props): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.label} className={styles.row}>
          <span className={styles.label}>{row.label}</span>
          <span className={styles.value}>{row.value}</span>
          <span className={styles.lane} aria-hidden>
            <span className={styles.bar} style={{ width: `${Math.round(row.share * 100)}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
