import type { ReactNode } from 'react';
import type { PeopleCheck } from '../../../src/people-file/api-contract';
import { Figures } from '../../components/figures';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';

/** How much of a people file can be taken, and what a confirmation would change. */
export function ImportPreview({ name, check }: { readonly name: string; readonly check: PeopleCheck }): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  return (
    <Section title={t('import.preview', { name, accepted: check.accepted, rows: check.rows })}>
      <Figures
        figures={[
          { label: t('import.added'), value: format.number(check.added) },
          { label: t('import.changed'), value: format.number(check.changed) },
          { label: t('import.unchanged'), value: format.number(check.unchanged) },
          ...(check.returning > 0 ? [{ label: t('import.returning'), value: format.number(check.returning) }] : []),
          {
            label: t(check.leaving === undefined ? 'import.missing' : 'import.missing-leave'),
            value: format.number(check.missing),
          },
        ]}
      />
      <p className={page.quiet}>{t('import.safe')}</p>
    </Section>
  );
}
