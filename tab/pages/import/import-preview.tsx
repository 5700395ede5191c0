import type { ReactNode } from 'react';
import type { PeopleCheck } from '../../../src/people-file/api-contract';
import { DataTable, type Column } from '../../components/data-table';
import { Figures } from '../../components/figures';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';

type Rejected = PeopleCheck['rejected'][number];

/** What a people file holds: what a confirmation would change, the rows refused with line, column and reason, and what was assumed. */
export function ImportPreview({ name, check }: { readonly name: string; readonly check: PeopleCheck }): ReactNode {
  const page = usePageStyles();
  const { t, format, language } = useWords();
  const columns: readonly Column<Rejected>[] = [
    { key: 'row', title: t('import.line'), cell: (row) => format.number(row.row) },
    { key: 'column', title: t('import.column'), cell: (row) => row.column },
    { key: 'reason', title: t('import.reason'), cell: (row) => row.reason[language] },
  ];
  const refused = check.rejected.length + check.rejectedMore;
  return (
    <>
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
      {refused > 0 && (
        <Section title={t('import.refused', { count: refused })}>
          <p className={page.quiet}>{t('import.refused-what')}</p>
          <DataTable
            caption={t('import.refused', { count: refused })}
            columns={columns}
            rows={check.rejected}
            rowKey={(row) => `${row.row} ${row.column} ${row.reason.en}`}
          />
          {check.rejectedMore > 0 && (
            <p className={page.quiet}>{t('import.refused-more', { count: check.rejectedMore })}</p>
          )}
        </Section>
      )}
      {check.warnings.length > 0 && (
        <Section title={t('import.warnings', { count: check.warnings.length })}>
          <ul className={page.list}>
            {check.warnings.map((warning) => (
              <li key={warning.en}>{warning[language]}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
