import type { ReactNode } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { useWords } from '../lib/words-context';
import { usePageStyles } from './page-styles';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The words a list is searched for. */
export function SearchField({ value, onChange }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <Field label={t('filter.search')} className={page.field}>
      <Input
        type="search"
        value={value}
        onChange={(_event, data) => {
          onChange(data.value);
        }}
      />
    </Field>
  );
}
