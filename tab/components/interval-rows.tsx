import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { ChartScale, type Tick } from './chart-scale';
import { useChartStyles } from './chart-styles';

const useStyles = makeStyles({
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
  /** Values of the axis from its least to its most, both among them. */
  readonly ticks: readonly Tick[];
  /** A line across all rows, such as no change. */
  readonly mark?: number;
}

/** Figures with their intervals on one axis, each with its label and its numbers in words beside it. */
export function IntervalRows({ rows, ticks, mark }: Props): ReactNode {
  const chart = useChartStyles();
  const styles = useStyles();
  const [least, most] = [ticks[0]?.at ?? 0, ticks.at(-1)?.at ?? 1];
  const place = (at: number): number => (100 * (Math.min(most, Math.max(least, at)) - least)) / (most - least);
  return (
    <>
      <ChartScale ticks={ticks} />
      <ul className={chart.list}>
        {rows.map(({ key, label, detail, value, middle, low, high }) => (
          <li key={key} className={chart.row}>
            <span className={chart.label}>
              <span>{label}</span>
              {detail !== undefined && <span className={chart.small}>{detail}</span>}
            </span>
            <span className={styles.lane} aria-hidden>
              {mark !== undefined && <span className={styles.middle} style={{ insetInlineStart: `${place(mark)}%` }} />}
              <span
                className={styles.line}
                style={{ insetInlineStart: `${place(low)}%`, width: `${place(high) - place(low)}%` }}
              />
              <span className={styles.point} style={{ insetInlineStart: `${place(middle)}%` }} />
            </span>
            <span className={chart.value}>{value}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
