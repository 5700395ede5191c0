import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(160px, 1.2fr) 2fr minmax(120px, 0.8fr)',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
  },
  label: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { fontVariantNumeric: 'tabular-nums' },
  lane: { position: 'relative', height: '20px', minWidth: 0 },
  middle: {
    position: 'absolute',
    insetBlock: 0,
    width: '1px',
    backgroundColor: tokens.colorNeutralStrokeAccessible,
    forcedColorAdjust: 'none',
  },
  line: {
    position: 'absolute',
    top: '8px',
    height: '4px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStrokeAccessible,
    forcedColorAdjust: 'none',
  },
  point: {
    position: 'absolute',
    top: '4px',
    width: '12px',
    height: '12px',
    marginInlineStart: '-6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandForeground1,
    forcedColorAdjust: 'none',
  },
});

export interface IntervalRow {
  readonly key: string;
  readonly label: string;
  /** A second, quieter line below the label. */
  readonly detail?: string;
  /** The figure and its interval, in words. */
  readonly value: string;
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

interface Props {
  readonly rows: readonly IntervalRow[];
  /** The ends of the axis. */
  readonly axis: readonly [number, number];
  /** A line across all rows, such as no change. */
  readonly mark?: number;
}

/** Figures with their intervals on one axis, each with its label and its numbers in words beside it. */
export function IntervalRows({ rows, axis: [least, most], mark }: Props): ReactNode {
  const styles = useStyles();
  const place = (at: number): number => (100 * (Math.min(most, Math.max(least, at)) - least)) / (most - least);
  return (
    <ul className={styles.list}>
      {rows.map(({ key, label, detail, value, middle, low, high }) => (
        <li key={key} className={styles.row}>
          <span className={styles.label}>
            <span>{label}</span>
            {detail !== undefined && <span className={styles.small}>{detail}</span>}
          </span>
          <span className={styles.lane} aria-hidden>
            {mark !== undefined && <span className={styles.middle} style={{ insetInlineStart: `${place(mark)}%` }} />}
            <span
              className={styles.line}
              style={{ insetInlineStart: `${place(low)}%`, width: `${place(high) - place(low)}%` }}
            />
            <span className={styles.point} style={{ insetInlineStart: `${place(middle)}%` }} />
          </span>
          <span className={styles.value}>{value}</span>
        </li>
      ))}
    </ul>
  );
}
