import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChartScale, type Tick } from './chart-scale';
import { useChartStyles } from './chart-styles';

const useStyles = makeStyles({
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
  /** A second, quieter line below the label. */
  readonly detail?: string;
  /** Both figures, in words. */
  readonly value: string;
  readonly before?: Mark;
  readonly after?: Mark;
}

interface Props {
  readonly rows: readonly BeforeAfterRow[];
  /** Values of the axis from its least to its most, both among them. */
  readonly ticks: readonly Tick[];
  readonly legend: { readonly before: string; readonly after: string };
}

/** Where something was and where it is, one above the other on one axis, each row with its label and its numbers in words beside it. */
export function BeforeAfterRows({ rows, ticks, legend }: Props): ReactNode {
  const chart = useChartStyles();
  const styles = useStyles();
  const [least, most] = [ticks[0]?.at ?? 0, ticks.at(-1)?.at ?? 1];
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
      <ChartScale ticks={ticks} />
      <ul className={chart.list}>
        {rows.map(({ key, label, detail, value, before, after }) => (
          <li key={key} className={chart.row}>
            <span className={chart.label}>
              <span>{label}</span>
              {detail !== undefined && <span className={chart.small}>{detail}</span>}
            </span>
            <span className={styles.lane} aria-hidden>
              <span className={styles.rail} />
              {before !== undefined && drawn(before, mergeClasses(styles.before, styles.upper), styles.upperLine)}
              {after !== undefined && drawn(after, mergeClasses(styles.after, styles.lower), styles.lowerLine)}
            </span>
            <span className={chart.value}>{value}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
