import type { ReactNode } from 'react';
import type { DraftListPair as ListPair } from '../../../src/domain/draft';
import { FilterSelect } from '../../components/filter-select';
import { usePageStyles } from '../../components/page-styles';
import { SearchField } from '../../components/search-field';
import { TopicFilter } from '../../components/topic-filter';
import { useWords } from '../../lib/words-context';
import { pairKinds, pairOrders, type PairChoice } from './pair-view';

interface Props {
  readonly pairs: readonly ListPair[];
  readonly choice: PairChoice;
  readonly onChange: (part: Partial<PairChoice>) => void;
}

/** What of a draft’s pairs is shown, and in which order. */
export function PairFilters({ pairs, choice, onChange }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <div className={page.bar}>
      <SearchField
        value={choice.search}
        onChange={(search) => {
          onChange({ search });
        }}
      />
      <FilterSelect
        label={t('studio.show')}
        value={choice.kind}
        options={pairKinds.map((kind) => ({ value: kind, words: t(`studio.show.${kind}`) }))}
        onChoose={(kind) => {
          onChange({ kind });
        }}
      />
      <TopicFilter
        label={t('studio.topic')}
        rows={pairs}
        value={choice.topic}
        onChoose={(topic) => {
          onChange({ topic });
        }}
      />
      <FilterSelect
        label={t('filter.sort')}
        value={choice.order}
        options={pairOrders.map((order) => ({ value: order, words: t(`studio.sort.${order}`) }))}
        onChoose={(order) => {
          onChange({ order });
        }}
      />
    </div>
  );
}
