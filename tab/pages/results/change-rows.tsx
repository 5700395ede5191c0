import type { ReactNode } from 'react';
import type { ToldRound } from '../../../src/insight/results-contract';
import { DataBehind } from '../../components/data-behind';
import { IntervalRows } from '../../components/interval-rows';
import { useWords } from '../../lib/words-context';
import { useDecimals } from './use-decimals';

export type Change = ToldRound['changes'][number];

/** Points of the scale on either side of no change; what is beyond is drawn at the end. */
const reach = 2;

/** Changes with their intervals beside no change, and every figure of theirs in the table behind. */
export function ChangeRows({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  const { t, insight, format } = useWords();
  const decimals = useDecimals();
  const range = (low: number, high: number): string =>
    t('changes.range', { low: decimals.change(low), high: decimals.change(high) });
  const chanceOf = (probability: number): string =>
    t('changes.chance', { rare: probability < 0.01 ? 'yes' : 'no', share: format.share(probability) });
  return (
    <>
      <IntervalRows
        axis={[-reach, reach]}
        mark={0}
        rows={changes.map(({ measure, side, n, missing, change, low, high, ends }) => ({
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
          middle: change,
          low,
          high,
        }))}
      />
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
