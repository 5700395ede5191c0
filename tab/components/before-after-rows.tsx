import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(160px, 1.2fr) 2fr minmax(120px, 0.8fr)',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
  },
  value: { fontVariantNumeric: 'tabular-nums' },
  lane: { position: 'relative', height: '36px', minWidth: 0 },
  rail: {
    position: 'absolute',
    insetInline: 0,
    bottom: 0,
    height: '1px',
    backgroundColor: tokens.colorNeutralStrokeAccessible,
    forcedColorAdjust: 'none',
  },
  line: {
    position: 'absolute',
    height: '4px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStrokeAccessible,
    forcedColorAdjust: 'none',
  },
  point: {
    position: 'absolute',
    boxSizing: 'border-box',
    width: '12px',
    height: '12px',
    marginInlineStart: '-6px',
    borderRadius: tokens.borderRadiusCircular,
    forcedColorAdjust: 'none',
  },
  before: {
    border: `2px solid ${tokens.colorBrandForeground1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  after: { backgroundColor: tokens.colorBrandForeground1 },
  upper: { top: '3px' },
  upperLine: { top: '7px' },
  lower: { top: '18px' },
  lowerLine: { top: '22px' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  sample: { position: 'static', marginInlineStart: 0 },
});

/** A figure on the axis, with its interval where it has one. */
export interface Mark {
  readonly at: number;
  readonly interval?: readonly [number, number];
}

export interface BeforeAfterRow {
  readonly key: string;
  readonly label: string;
  /** Both figures, in words. */
  readonly value: string;
  readonly before?: Mark;
  readonly after?: Mark;
}

interface Props {
  readonly rows: readonly BeforeAfterRow[];
  /** The ends of the axis. */
  readonly axis: readonly [number, number];
  readonly legend: { readonly before: string; readonly after: string };
}

/** Where something was and where it is, one above the other on one axis, each row with its label and its numbers in words beside it. */
export function BeforeAfterRows({ rows, axis: [least, most], legend }: Props): ReactNode {
  const styles = useStyles();
  const place = (at: number): number => (100 * (Math.min(most, Math.max(least, at)) - least)) / (most - least);
  const drawn = ({ at, interval }: Mark, point: string, line: string): ReactNode => (
    <>
      {interval !== undefined && (
        <span
          className={mergeClasses(styles.line, line)}
          style={{
            insetInlineStart: `${String(place(interval[0]))}%`,
            width: `${String(place(interval[1]) - place(interval[0]))}%`,
          }}
        />
      )}
      <span className={mergeClasses(styles.point, point)} style={{ insetInlineStart: `${String(place(at))}%` }} />
    </>
  );
  return (
    <>
      <ul className={styles.legend} aria-hidden>
        <li className={styles.entry}>
          <span className={mergeClasses(styles.point, styles.before, styles.sample)} />
          {legend.before}
        </li>
        <li className={styles.entry}>
          <span className={mergeClasses(styles.point, styles.after, styles.sample)} />
          {legend.after}
        </li>
      </ul>
      <ul className={styles.list}>
        {rows.map(({ key, label, value, before, after }) => (
          <li key={key} className={styles.row}>
            <span>{label}</span>
            <span className={styles.lane} aria-hidden>
              <span className={styles.rail} />
              {before !== undefined && drawn(before, mergeClasses(styles.before, styles.upper), styles.upperLine)}
              {after !== undefined && drawn(after, mergeClasses(styles.after, styles.lower), styles.lowerLine)}
            </span>
            <span className={styles.value}>{value}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
