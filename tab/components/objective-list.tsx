import type { ReactNode } from 'react';
import type { Overview } from '../../src/hr-page/programme-api-contract';
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
                    {objective.measure[language]}
                    {objective.baseline !== undefined &&
                      objective.target !== undefined &&
                      t('objectives.from-to', {
                        baseline: format.number(objective.baseline),
                        target: format.number(objective.target),
                        unit: objective.unit,
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
