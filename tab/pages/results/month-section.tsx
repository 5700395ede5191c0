import type { ReactNode } from 'react';
import type { ProgressPage } from '../../../src/hr-page/progress-api-contract';
import { DataBehind } from '../../components/data-behind';
import { MonthColumns } from '../../components/month-columns';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';

/** Hours held against those planned, month by month; where months are not told, both sums alone. */
export function MonthSection({ progress: { months, hours } }: { readonly progress: ProgressPage }): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  if (hours === undefined) return null;
  const told = months.map(({ number, held, planned }) => ({
    name: t('months.name', { number }),
    value: planned === 0 ? '–' : t('months.value', { held: format.number(held), planned: format.number(planned) }),
    held,
    planned,
  }));
  const isBegun = hours.planned > 0;
  return (
    <Section title={isBegun ? t('months.title', hours) : t('months.title-none')}>
      <p className={page.quiet}>{t('months.what')}</p>
      {isBegun && told.length > 0 && (
        <>
          <MonthColumns
            months={told}
            alternative={told.map(({ name, value }) => t('months.alternative', { name, value })).join(', ')}
            legend={{ held: t('months.held'), planned: t('months.planned') }}
          />
          <DataBehind
            columns={[t('months.month'), t('months.held'), t('months.planned')]}
            rows={told.map(({ name, held, planned }) => [name, format.number(held), format.number(planned)])}
          />
        </>
      )}
    </Section>
  );
}
