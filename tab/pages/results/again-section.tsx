import type { ReactNode } from 'react';
import type { ToldRound } from '../../../src/insight/results-contract';
import { DataBehind } from '../../components/data-behind';
import { IntervalRows } from '../../components/interval-rows';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { roundName } from '../../lib/round-name';
import { useWords } from '../../lib/words-context';
import { useDecimals } from './use-decimals';
import { useTicks } from './use-ticks';

/** Whether people would do it again. */
export function AgainSection({ rounds }: { readonly rounds: readonly ToldRound[] }): ReactNode {
  const page = usePageStyles();
  const { t, insight, format } = useWords();
  const decimals = useDecimals();
  const ticks = useTicks();
  const rows = rounds.flatMap(({ round, instrument, promoters }) =>
    promoters.map((figure) => ({
      ...figure,
      key: `${round}|${figure.side}`,
      label: t('ladder.row', {
        side: insight(`side.${figure.side}`),
        round: roundName({ id: round, instrument }, t),
      }),
      value: t('again.value', {
        score: decimals.change(figure.score),
        low: decimals.change(figure.low),
        high: decimals.change(figure.high),
      }),
    })),
  );
  const latest = rows.at(-1);
  if (latest === undefined) return null;
  return (
    <Section title={t('again.title', { side: latest.side, promoters: latest.promoters, n: latest.n })}>
      <p className={page.quiet}>{t('again.what')}</p>
      <IntervalRows
        ticks={ticks.promoters}
        mark={0}
        rows={rows.map(({ key, label, value, n, score, low, high }) => ({
          key,
          label,
          detail: t('changes.people', { n }),
          value,
          middle: score,
          low,
          high,
        }))}
      />
      <DataBehind
        columns={[insight('column.role'), insight('column.n'), t('again.nine'), t('again.six'), t('results.interval')]}
        rows={rows.map(({ label, n, promoters, detractors, value }) => [
          label,
          format.number(n),
          format.number(promoters),
          format.number(detractors),
          value,
        ])}
      />
    </Section>
  );
}
