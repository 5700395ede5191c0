import type { ReactNode } from 'react';
import type { ToldRound } from '../../../src/insight/results-contract';
import { DataBehind } from '../../components/data-behind';
import { BeforeAfterRows } from '../../components/before-after-rows';
import { IntervalRows } from '../../components/interval-rows';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';
import { useDecimals } from './use-decimals';
import { useTicks } from './use-ticks';

export type Change = ToldRound['changes'][number];

/** Changes from before to after where both are told, the others beside no change, with their intervals; every figure of theirs in the table behind. */
export function ChangeRows({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  const page = usePageStyles();
  const { t, insight, format } = useWords();
  const decimals = useDecimals();
  const ticks = useTicks();
  const range = (low: number, high: number): string =>
    t('changes.range', { low: decimals.change(low), high: decimals.change(high) });
  const chanceOf = (probability: number): string =>
    t('changes.chance', { rare: probability < 0.01 ? 'yes' : 'no', share: format.share(probability) });
  const withEnds = changes.flatMap((change) => (change.ends === undefined ? [] : [{ change, ends: change.ends }]));
  const withoutEnds = changes.filter(({ ends }) => ends === undefined);
  const rowOf = ({ measure, side, n, missing, change, low, high, ends }: Change) => ({
    key: `${measure}|${side}`,
    label: `${insight(`measure.${measure}`)} – ${insight(`side.${side}`)}`,
    detail: [
      ...(ends === undefined
        ? []
        : [t('changes.ends', { before: decimals.decimal(ends.before), after: decimals.decimal(ends.after) })]),
      missing === 0 ? t('changes.people', { n }) : t('changes.people-missing', { n, missing }),
    ].join(', '),
    value: t('changes.value', {
      change: decimals.change(change),
      low: decimals.change(low),
      high: decimals.change(high),
    }),
  });
  return (
    <>
      {withEnds.length > 0 && (
        <BeforeAfterRows
          ticks={ticks.scale}
          legend={{ before: t('changes.legend-before'), after: t('changes.legend-after') }}
          rows={withEnds.map(({ change, ends: { before, after } }) => ({
            ...rowOf(change),
            before: { at: before },
            after: { at: after, interval: [before + change.low, before + change.high] as const },
          }))}
        />
      )}
      {withoutEnds.length > 0 && (
        <>
          {withEnds.length > 0 && <p className={page.quiet}>{t('changes.alone')}</p>}
          <IntervalRows
            ticks={ticks.change}
            mark={0}
            rows={withoutEnds.map((change) => ({
              ...rowOf(change),
              middle: change.change,
              low: change.low,
              high: change.high,
            }))}
          />
        </>
      )}
      <DataBehind
        columns={[
          insight('column.measure'),
          insight('column.n'),
          insight('column.missing'),
          insight('column.before'),
          insight('column.after'),
          t('changes.change'),
          t('results.interval'),
          insight('column.method'),
          t('changes.extremes'),
          t('changes.effect'),
          t('changes.signs'),
        ]}
        rows={changes.map((row) => [
          `${insight(`measure.${row.measure}`)} – ${insight(`side.${row.side}`)}`,
          format.number(row.n),
          format.number(row.missing),
          row.ends === undefined ? '–' : decimals.decimal(row.ends.before),
          row.ends === undefined ? '–' : decimals.decimal(row.ends.after),
          decimals.change(row.change),
          range(row.low, row.high),
          insight(`method.${row.method}`),
          range(row.lowest, row.highest),
          row.effect === undefined
            ? '–'
            : t('changes.value', {
                change: decimals.change(row.effect.g),
                low: decimals.change(row.effect.low),
                high: decimals.change(row.effect.high),
              }),
          row.signs === undefined
            ? '–'
            : `${format.number(row.signs.rose)} / ${format.number(row.signs.fell)} (${chanceOf(row.signs.probability)})`,
        ])}
      />
    </>
  );
}
