import type { ReactNode } from 'react';
import { Checkbox } from '@fluentui/react-components';
import type { PeopleCheck } from '../../../src/people-file/api-contract';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';

interface Props {
  readonly check: PeopleCheck;
  readonly complete: boolean;
  readonly busy: boolean;
  readonly onChange: (complete: boolean) => void;
}

/** Whether the file lists everybody, and who would then leave, by name. Nothing where nobody is missing from it. */
export function CompleteFile({ check, complete, busy, onChange }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const { leaving, nameless, missing } = check;
  if (missing === 0) return null;
  const more = (leaving?.count ?? 0) - (leaving?.people.length ?? 0);
  return (
    <Section title={t('import.complete-title', { count: missing })}>
      <p className={page.quiet}>{t(nameless > 0 ? 'import.complete-not' : 'import.complete-what', { nameless })}</p>
      <Checkbox
        label={t('import.complete')}
        checked={complete && nameless === 0}
        disabled={busy || nameless > 0}
        onChange={(_event, { checked }) => {
          onChange(checked === true);
        }}
      />
      {leaving !== undefined && leaving.count > 0 && (
        <>
          <p className={page.text}>{t('import.leaving', { count: leaving.count })}</p>
          <ul className={page.list}>
            {leaving.people.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
          {more > 0 && <p className={page.quiet}>{t('import.leaving-more', { count: more })}</p>}
        </>
      )}
    </Section>
  );
}
