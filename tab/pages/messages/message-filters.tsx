import type { ReactNode } from 'react';
import { messageStateSchema, type MessageTotals } from '../../../src/hr-page/messaging-api-contract';
import { FilterSelect } from '../../components/filter-select';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';
import { PersonFilter } from './person-filter';
import type { MessageFilter } from './use-message-filter';

interface Props {
  readonly programmeId: string;
  readonly totals: MessageTotals;
  readonly filter: MessageFilter;
  readonly onChange: (filter: MessageFilter) => void;
  /** As `onChange`, where what was pressed goes away. */
  readonly onChoosePerson: (filter: MessageFilter) => void;
}

/** By state, each with how many there are, by kind and by person. */
export function MessageFilters({ programmeId, totals, filter, onChange, onChoosePerson }: Props): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const { state: _state, ...withoutState } = filter;
  const { kind: _kind, ...withoutKind } = filter;
  const counted = (state: string): string => {
    const count = state === 'queued' ? totals.waiting : totals.ended.find((one) => one.state === state)?.count;
    return format.number(count ?? 0);
  };
  return (
    <div className={page.bar}>
      <FilterSelect
        label={t('messages.state')}
        value={filter.state ?? ''}
        options={[
          { value: '' as const, words: t('messages.all-ended') },
          ...messageStateSchema.options.map((state) => ({
            value: state,
            words: t('messages.state-count', { state: t(`message.state.${state}`), count: counted(state) }),
          })),
        ]}
        onChoose={(state) => {
          onChange(state === '' ? withoutState : { ...filter, state });
        }}
      />
      <FilterSelect
        label={t('messages.kind')}
        value={filter.kind ?? ''}
        options={[
          { value: '', words: t('filter.all') },
          ...totals.kinds.map(({ kind, words }) => ({ value: kind, words })),
        ]}
        onChoose={(kind) => {
          onChange(kind === '' ? withoutKind : { ...filter, kind });
        }}
      />
      <PersonFilter programmeId={programmeId} filter={filter} onChange={onChoosePerson} />
    </div>
  );
}
