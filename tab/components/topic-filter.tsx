import { useMemo, type ReactNode } from 'react';
import { useWords } from '../lib/words-context';
import { FilterSelect } from './filter-select';

interface Props {
  readonly label: string;
  readonly rows: readonly { readonly topics: readonly string[] }[];
  readonly value: string;
  readonly onChoose: (topic: string) => void;
}

/** The topics that occur in a list, by name, and all of them. */
export function TopicFilter({ label, rows, value, onChoose }: Props): ReactNode {
  const { t, topic, language } = useWords();
  const topics = useMemo(
    () =>
      [...new Set(rows.flatMap((row) => row.topics))]
        .map((id) => ({ value: id, words: topic(id) }))
        .toSorted((a, b) => a.words.localeCompare(b.words, language)),
    [rows, topic, language],
  );
  return (
    <FilterSelect
      label={label}
      value={value}
      options={[{ value: '', words: t('filter.all') }, ...topics]}
      onChoose={onChoose}
    />
  );
}
