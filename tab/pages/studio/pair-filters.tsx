import { useMemo, type ReactNode } from 'react';
import { Field, Input, Select } from '@fluentui/react-components';
import { topicName } from '../../../src/participant/topics';
import type { DraftListPair as ListPair } from '../../../src/draft/model';
import { usePageStyles } from '../../components/page-styles';
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
  const { t, language } = useWords();
  const topics = useMemo(
    () =>
      [...new Set(pairs.flatMap((pair) => pair.topics))]
        .map((id) => ({ id, name: topicName(id, language) }))
        .toSorted((a, b) => a.name.localeCompare(b.name, language)),
    [pairs, language],
  );
  return (
    <div className={page.bar}>
      <Field label={t('filter.search')} className={page.field}>
        <Input
          type="search"
          value={choice.search}
          onChange={(_event, { value }) => {
            onChange({ search: value });
          }}
        />
      </Field>
      <Field label={t('studio.show')} className={page.field}>
        <Select
          value={choice.kind}
          onChange={(_event, { value }) => {
            onChange({ kind: pairKinds.find((kind) => kind === value) ?? 'all' });
          }}
        >
          {pairKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`studio.show.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('studio.topic')} className={page.field}>
        <Select
          value={choice.topic}
          onChange={(_event, { value }) => {
            onChange({ topic: value });
          }}
        >
          <option value="">{t('filter.all')}</option>
          {topics.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('filter.sort')} className={page.field}>
        <Select
          value={choice.order}
          onChange={(_event, { value }) => {
            onChange({ order: pairOrders.find((order) => order === value) ?? 'points-up' });
          }}
        >
          {pairOrders.map((order) => (
            <option key={order} value={order}>
              {t(`studio.sort.${order}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
