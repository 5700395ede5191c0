import type { ReactNode } from 'react';
import type { ToldRound } from '../../../src/insight/results-contract';
import { DataBehind } from '../../components/data-behind';
import { IntervalRows } from '../../components/interval-rows';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { useDecimals } from './use-decimals';
import { useTicks } from './use-ticks';

/** How much more people in pairs changed than people who waited for a partner. Nothing where no difference is told. */
export function ComparisonSection({ comparisons = [] }: Pick<ToldRound, 'comparisons'>): ReactNode {
  const page = usePageStyles();
  const { t, insight, format } = useWords();
  const decimals = useDecimals();
  const ticks = useTicks();
  if (comparisons.length === 0) return null;
  const clear = comparisons.filter(({ low, high }) => low > 0 || high < 0);
  const nameOf = ({ measure, side }: (typeof comparisons)[number]): string =>
    `${insight(`measure.${measure}`)} – ${insight(`side.${side}`)}`;
  return (
    <Section title={t('comparison.title', { count: clear.length, total: comparisons.length })}>
      <p className={page.quiet}>{t('comparison.what')}</p>
      <IntervalRows
        ticks={ticks.change}
        mark={0}
        rows={comparisons.map((row) => ({
          key: `${row.measure}|${row.side}`,
          label: nameOf(row),
          detail: t('comparison.people', { n: row.n, waiting: row.waiting }),
          value: t('changes.value', {
            change: decimals.change(row.difference),
            low: decimals.change(row.low),
            high: decimals.change(row.high),
          }),
          middle: row.difference,
          low: row.low,
          high: row.high,
        }))}
      />
      <DataBehind
        columns={[
          insight('column.measure'),
          insight('column.n'),
          insight('column.waiting'),
          insight('column.missing'),
          t('comparison.difference'),
          t('results.interval'),
        ]}
        rows={comparisons.map((row) => [
          nameOf(row),
          format.number(row.n),
          format.number(row.waiting),
          format.number(row.missing),
          decimals.change(row.difference),
          t('changes.range', { low: decimals.change(row.low), high: decimals.change(row.high) }),
        ])}
      />
    </Section>
  );
}
