import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  plot: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 80px)',
    columnGap: tokens.spacingHorizontalXS,
    margin: 0,
  },
  month: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0, textAlign: 'center' },
  lane: { height: '120px', display: 'flex', alignItems: 'flex-end' },
  planned: {
    position: 'relative',
    width: '100%',
    minHeight: '2px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    overflow: 'hidden',
    forcedColorAdjust: 'none',
  },
  held: {
    position: 'absolute',
    insetInline: 0,
    bottom: 0,
    backgroundColor: tokens.colorBrandForeground1,
    forcedColorAdjust: 'none',
  },
  value: { fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase200 },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', margin: 0, padding: 0, listStyle: 'none' },
  entry: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  sample: { width: '14px', height: '14px' },
});

export interface MonthColumn {
  /** What stands below the column. */
  readonly name: string;
  /** What stands above it. */
  readonly value: string;
  readonly held: number;
  readonly planned: number;
}

interface Props {
  readonly months: readonly MonthColumn[];
  /** The whole picture in words. */
  readonly alternative: string;
  readonly legend: { readonly held: string; readonly planned: string };
}

/** Months beside one another, each as high as what was planned and filled up to what was held. */
export function MonthColumns({ months, alternative, legend }: Props): ReactNode {
  const styles = useStyles();
  const most = Math.max(1, ...months.map(({ planned }) => planned));
  const percent = (share: number): string => `${String(Math.round(100 * share))}%`;
  return (
    <>
      <div className={styles.plot} role="img" aria-label={alternative}>
        {months.map(({ name, value, held, planned }) => (
          <div key={name} className={styles.month}>
            <div className={styles.lane}>
              <div className={styles.planned} style={{ height: percent(planned / most) }}>
                <div className={styles.held} style={{ height: percent(planned === 0 ? 0 : held / planned) }} />
              </div>
            </div>
            <span className={styles.value}>{value}</span>
            <span className={styles.small}>{name}</span>
          </div>
        ))}
      </div>
      <ul className={mergeClasses(styles.legend, styles.small)} aria-hidden>
        <li className={styles.entry}>
          <span className={mergeClasses(styles.planned, styles.sample)}>
            <span className={styles.held} style={{ height: '100%' }} />
          </span>
          {legend.held}
        </li>
        <li className={styles.entry}>
          <span className={mergeClasses(styles.planned, styles.sample)} />
          {legend.planned}
        </li>
      </ul>
    </>
  );
}
