import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useChartStyles } from './chart-styles';

const useStyles = makeStyles({
  lane: {
    gridColumn: '2',
    '@media (max-width: 640px)': { gridColumn: '1' },
    position: 'relative',
    height: tokens.lineHeightBase200,
    minWidth: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  tick: { position: 'absolute', transform: 'translateX(-50%)', whiteSpace: 'nowrap' },
  first: { transform: 'none' },
  last: { transform: 'translateX(-100%)' },
});

/** A value of the axis and how it is written. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

interface Props {
  /** Values of the axis from its least to its most, both among them. */
  readonly ticks: readonly Tick[];
}

/** The numbers along an axis, above the rows that are drawn on it; the rows say the same in words. */
export function ChartScale({ ticks }: Props): ReactNode {
  const chart = useChartStyles();
  const styles = useStyles();
  const [least, most] = [ticks[0]?.at ?? 0, ticks.at(-1)?.at ?? 1];
  return (
    <div className={chart.row} aria-hidden>
      <span className={styles.lane}>
        {ticks.map(({ at, label }) => (
          <span
            key={at}
            className={mergeClasses(styles.tick, at === least && styles.first, at === most && styles.last)}
            style={{ insetInlineStart: `${String((100 * (at - least)) / (most - least))}%` }}
          >
            {label}
          </span>
        ))}
      </span>
    </div>
  );
}
