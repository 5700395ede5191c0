import type { ReactNode } from 'react';
import type { FollowedObjective, Results } from '../../../src/insight/results-contract';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { roundName } from '../../lib/round-name';
import { useWords } from '../../lib/words-context';
import { useDecimals } from './use-decimals';

/** Where each objective stands: what the plan aims at, and what those whose answers follow it said. */
export function ObjectiveSection({ objectives }: Pick<Results, 'objectives'>): ReactNode {
  const page = usePageStyles();
  const { t, format, insight, language } = useWords();
  const decimals = useDecimals();
  if (objectives.length === 0) return null;
  const valueOf = ({ kind, value }: NonNullable<FollowedObjective['last']>): string => {
    switch (kind) {
      case 'mean':
        return t('levels.value', { mean: decimals.decimal(value) });
      case 'share':
        return format.share(value / 100);
      case 'promoters':
        return t('objective.points', { score: decimals.change(value) });
    }
  };
  const told = (at: NonNullable<FollowedObjective['last']>): string =>
    t('objective.told', {
      name: roundName({ id: at.round, instrument: at.instrument }, t),
      value: valueOf(at),
      n: at.n,
    });
  return (
    <Section title={t('objective.title', { count: objectives.filter(({ last }) => last !== undefined).length })}>
      <ol className={page.list}>
        {objectives.map((objective) => {
          const { wording, measure, unit, baseline, target, measuredBy, first, last } = objective;
          return (
            <li key={wording.en}>
              <div className={page.stack}>
                <span>{wording[language]}</span>
                {measure !== undefined && <span className={page.small}>{measure[language]}</span>}
                {baseline !== undefined && target !== undefined && (
                  <span className={page.small}>
                    {t('objective.plan', { baseline: format.number(baseline), target: format.number(target), unit })}
                  </span>
                )}
                <span>
                  {measuredBy === undefined
                    ? t('objective.otherwise')
                    : t('objective.followed', {
                        measure: insight(`measure.${measuredBy.measure}`),
                        side: insight(`side.${measuredBy.side}`),
                        told: [first, last].flatMap((at) => (at === undefined ? [] : [told(at)])).join(', '),
                        state: first === undefined && last === undefined ? 'none' : 'some',
                      })}
                </span>
              </div>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
