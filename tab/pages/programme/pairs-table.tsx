import { useMemo, useState, type ReactNode } from 'react';
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useSearchParams } from 'react-router';
import type { BoardRowDto } from '../../../src/board/api-contract';
import { topicName } from '../../../src/participant/topics';
import { DataTable, type Column } from '../../components/data-table';
import { MonthSteps, MonthStepsLegend } from '../../components/month-steps';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { StatusTag } from '../../components/status-tag';
import { useWords } from '../../lib/words-context';
import { chooseRows, healths, readChoice, sortKeys, writeChoice, type BoardChoice, type SortKey } from './board-view';

const shownAtOnce = 100;

/** The pairs, searched, filtered and sorted in the browser; the choice is kept in the address. */
export function PairsTable({ rows }: { readonly rows: readonly BoardRowDto[] }): ReactNode {
  const page = usePageStyles();
  const { t, language } = useWords();
  const [params, setParams] = useSearchParams();
  const [count, setCount] = useState(shownAtOnce);
  const choice = useMemo(() => readChoice(params), [params]);
  const chosen = useMemo(() => chooseRows(rows, choice, language), [rows, choice, language]);
  const change = (part: Partial<BoardChoice>): void => {
    setParams(writeChoice({ ...choice, ...part }), { replace: true, preventScrollReset: true });
  };
  const columns = useColumns();

  return (
    <Section title={t('pairs.list', { count: chosen.length })}>
      <Filters rows={rows} choice={choice} onChange={change} />
      <MonthStepsLegend />
      {chosen.length === 0 ? (
        <div className={page.stack}>
          <p className={page.quiet}>{t('pairs.none-found')}</p>
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
  const { t, format, language } = useWords();
  return [
    { key: 'mentor', title: t('pairs.mentor'), sortable: true, cell: (row) => row.mentor.name },
    { key: 'mentee', title: t('pairs.mentee'), sortable: true, cell: (row) => row.mentee.name },
    {
      key: 'topic',
      title: t('pairs.topic'),
      cell: (row) => row.topics.map((topic) => topicName(topic, language)).join(', '),
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
  const { t, language } = useWords();
  const topics = useMemo(
    () =>
      [...new Set(rows.flatMap((row) => row.topics))]
        .map((id) => ({ id, name: topicName(id, language) }))
        .toSorted((a, b) => a.name.localeCompare(b.name, language)),
    [rows, language],
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
      <Field label={t('pairs.health')} className={page.field}>
        <Select
          value={choice.health}
          onChange={(_event, { value }) => {
            onChange({ health: value });
          }}
        >
          <option value="">{t('filter.all')}</option>
          {healths.map((health) => (
            <option key={health} value={health}>
              {t(`health.${health}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('pairs.topic')} className={page.field}>
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
          value={choice.sort}
          onChange={(_event, { value }) => {
            onChange({ sort: sortKeys.find((key): key is SortKey => key === value) ?? 'health', descending: false });
          }}
        >
          {sortKeys.map((key) => (
            <option key={key} value={key}>
              {t(`pairs.${key}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
