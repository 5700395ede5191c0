import { useState, type ReactNode } from 'react';
import {
  messageDaysSchema,
  type MessageDayDto,
  type MessageDays as Days,
} from '../../../src/hr-page/messaging-api-contract';
import { usePages } from '../../api/use-resource';
import { DataTable, type Column } from '../../components/data-table';
import { Notice } from '../../components/notice';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { ShowMore } from './show-more';

function join(one: Days, two: Days): Days {
  return { ...two, days: [...one.days, ...two.days] };
}

/** Counts of the messages that are not listed one by one, a day a row, the newest first. */
export function MessageDays({ programmeId }: { readonly programmeId: string }): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const [pages, setPages] = useState(1);
  const list = usePages(`/programmes/${programmeId}/messages/days`, messageDaysSchema, join, pages);
  const columns: readonly Column<MessageDayDto>[] = [
    { key: 'day', title: t('messages.day'), cell: ({ day }) => format.day(day) },
    {
      key: 'kinds',
      title: t('messages.sent-that-day'),
      cell: ({ kinds }) => (
        <ul className={page.list}>
          {kinds.map(({ kind, words, atLeast }) => (
            <li key={kind}>{t('messages.day-count', { kind: words, count: format.number(atLeast) })}</li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <Section title={t('messages.by-day')}>
      <p className={page.quiet}>{t('messages.by-day-text')}</p>
      <ResourceView resource={list}>
        {({ days, next }) => (
          <>
            {days.length === 0 ? (
              <Notice title={t('messages.no-day')} text={t('messages.no-day-text')} />
            ) : (
              <DataTable caption={t('messages.by-day')} columns={columns} rows={days} rowKey={({ day }) => day} />
            )}
            <ShowMore
              next={next}
              label={t('messages.more')}
              onMore={() => {
                setPages(pages + 1);
              }}
            />
          </>
        )}
      </ResourceView>
    </Section>
  );
}
