import { useMemo, useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { useSearchParams } from 'wouter';
import type { BoardRowDto } from '../../../src/board/api-contract';
import { DataTable, type Column } from '../../components/data-table';
import { FilterSelect } from '../../components/filter-select';
import { MonthSteps, MonthStepsLegend } from '../../components/month-steps';
import { usePageStyles } from '../../components/page-styles';
import { SearchField } from '../../components/search-field';
import { Section } from '../../components/section';
import { StatusTag } from '../../components/status-tag';
import { TopicFilter } from '../../components/topic-filter';
import { useWords } from '../../lib/words-context';
import { chooseRows, healths, readChoice, sortKeys, writeChoice, type BoardChoice } from './board-view';

const shownAtOnce = 100;

interface Props {
  readonly rows: readonly BoardRowDto[];
  /** While others of so many are still on their way. */
  readonly arriving?: { readonly total: number };
}

/** The pairs that are here, searched, filtered and sorted in the browser; the choice is kept in the address. */
export function PairsTable({ rows, arriving }: Props): ReactNode {
  const page = usePageStyles();
  const { t, language } = useWords();
  const [params, setParams] = useSearchParams();
  const [count, setCount] = useState(shownAtOnce);
  const choice = useMemo(() => readChoice(params), [params]);
  const chosen = useMemo(() => chooseRows(rows, choice, language), [rows, choice, language]);
  const change = (part: Partial<BoardChoice>): void => {
    setParams(writeChoice({ ...choice, ...part }), { replace: true });
  };
  const columns = useColumns();

  return (
    <Section title={t('pairs.list', { count: chosen.length })}>
      <Filters rows={rows} choice={choice} onChange={change} />
      <MonthStepsLegend />
      {arriving !== undefined && (
        <p className={page.quiet}>{t('pairs.arriving', { count: rows.length, total: arriving.total })}</p>
      )}
      {chosen.length === 0 ? (
        <div className={page.stack}>
          <p className={page.quiet}>{t(arriving === undefined ? 'pairs.none-found' : 'pairs.none-found-yet')}</p>
          <div>
            <Button
              onClick={() => {
                change({ search: '', health: '', topic: '' });
              }}
            >
              {t('filter.clear')}
            </Button>
          </div>
        </div>
      ) : (
        <DataTable
          caption={t('pairs.title')}
          columns={columns}
          rows={chosen.slice(0, count)}
          rowKey={(row) => row.pairId}
          sort={{
            key: choice.sort,
            descending: choice.descending,
            onSort: (key) => {
              const sort = sortKeys.find((known) => known === key) ?? 'health';
              change({ sort, descending: sort === choice.sort && !choice.descending });
            },
          }}
        />
      )}
      {chosen.length > count && (
        <div>
          <Button
            onClick={() => {
              setCount(count + shownAtOnce);
            }}
          >
            {t('filter.more', { count: Math.min(shownAtOnce, chosen.length - count) })}
          </Button>
        </div>
      )}
    </Section>
  );
}

function useColumns(): readonly Column<BoardRowDto>[] {
  const page = usePageStyles();
  const { t, topic, format } = useWords();
  return [
    { key: 'mentor', title: t('pairs.mentor'), sortable: true, cell: (row) => row.mentor.name },
    { key: 'mentee', title: t('pairs.mentee'), sortable: true, cell: (row) => row.mentee.name },
    {
      key: 'topic',
      title: t('pairs.topic'),
      cell: (row) => row.topics.map(topic).join(', '),
    },
    { key: 'months', title: t('pairs.months'), cell: (row) => <MonthSteps months={row.months} /> },
    {
      key: 'next',
      title: t('pairs.next'),
      sortable: true,
      cell: (row) =>
        row.nextSession === undefined ? (
          <span className={page.small}>{t('pairs.no-date')}</span>
        ) : (
          format.moment(row.nextSession)
        ),
    },
    {
      key: 'health',
      title: t('pairs.health'),
      sortable: true,
      cell: (row) => (
        <StatusTag tone={row.health === 'needs-a-time' ? 'attention' : row.health === 'on-track' ? 'good' : 'plain'}>
          {t(`health.${row.health}`)}
        </StatusTag>
      ),
    },
  ];
}

interface FilterProps {
  readonly rows: readonly BoardRowDto[];
  readonly choice: BoardChoice;
  readonly onChange: (part: Partial<BoardChoice>) => void;
}

function Filters({ rows, choice, onChange }: FilterProps): ReactNode {
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
        label={t('pairs.health')}
        value={choice.health}
        options={[
          { value: '', words: t('filter.all') },
          ...healths.map((health) => ({ value: health, words: t(`health.${health}`) })),
        ]}
        onChoose={(health) => {
          onChange({ health });
        }}
      />
      <TopicFilter
        label={t('pairs.topic')}
        rows={rows}
        value={choice.topic}
        onChoose={(topic) => {
          onChange({ topic });
        }}
      />
      <FilterSelect
        label={t('filter.sort')}
        value={choice.sort}
        options={sortKeys.map((key) => ({ value: key, words: t(`pairs.${key}`) }))}
        onChoose={(sort) => {
          onChange({ sort, descending: false });
        }}
      />
    </div>
  );
}
