import type { ReactNode } from 'react';
import type { Overview } from '../../src/hr-page/programme-api-contract';
import type { Formats } from '../lib/formats';
import { useWords } from '../lib/words-context';
import { usePageStyles } from './page-styles';
import { Section } from './section';

/** What the programme wants to change, and by how much. */
export function ObjectiveList({ objectives }: { readonly objectives: Overview['objectives'] }): ReactNode {
  const page = usePageStyles();
  const { t, format, language } = useWords();
  return (
    <Section title={t('objectives.title', { count: objectives.length })}>
      {objectives.length === 0 ? (
        <p className={page.quiet}>{t('objectives.empty')}</p>
      ) : (
        <ol className={page.list}>
          {objectives.map((objective) => (
            <li key={objective.wording.en}>
              <div className={page.stack}>
                <span>{objective.wording[language]}</span>
                {objective.measure !== undefined && (
                  <span className={page.small}>
                    {objective.baseline === undefined || objective.target === undefined
                      ? objective.measure[language]
                      : t('objectives.from-to', {
                          // A sentence of HR's may end with a full stop; the figures go on from it.
                          measure: objective.measure[language].trimEnd().replace(/\.$/u, ''),
                          baseline: format.number(objective.baseline),
                          target: amountOf(objective.target, objective.unit, format),
                        })}
                  </span>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

/** A percentage as the language writes it; any other unit is a word of HR's. */
function amountOf(target: number, unit: string, format: Formats): string {
  return unit === '%' ? format.percent(target) : `${format.number(target)}\u00a0${unit}`;
}
