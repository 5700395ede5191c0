import type { ReactNode } from 'react';
import type { ToldRound } from '../../../src/insight/results-contract';
import { DataBehind } from '../../components/data-behind';
import { IntervalRows } from '../../components/interval-rows';
import { useWords } from '../../lib/words-context';

export type Change = ToldRound['changes'][number];

/** Points of the scale on either side of no change; what is beyond is drawn at the end. */
const reach = 2;

/** Changes with their intervals beside no change, and every figure of theirs in the table behind. */
export function ChangeRows({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  const { t, insight, format } = useWords();
  const range = (low: number, high: number): string =>
    t('changes.range', { low: format.change(low), high: format.change(high) });
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
              : [t('changes.ends', { before: format.decimal(ends.before), after: format.decimal(ends.after) })]),
            missing === 0 ? t('changes.people', { n }) : t('changes.people-missing', { n, missing }),
          ].join(', '),
          value: t('changes.value', {
            change: format.change(change),
            low: format.change(low),
            high: format.change(high),
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
          row.ends === undefined ? '–' : format.decimal(row.ends.before),
          row.ends === undefined ? '–' : format.decimal(row.ends.after),
          format.change(row.change),
          range(row.low, row.high),
          insight(`method.${row.method}`),
          range(row.lowest, row.highest),
          row.effect === undefined
            ? '–'
            : t('changes.value', {
                change: format.change(row.effect.g),
                low: format.change(row.effect.low),
                high: format.change(row.effect.high),
              }),
          row.signs === undefined
            ? '–'
            : `${format.number(row.signs.rose)} / ${format.number(row.signs.fell)} (${chanceOf(row.signs.probability)})`,
        ])}
      />
    </>
  );
}
