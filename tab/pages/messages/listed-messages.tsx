import { useRef, useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { messageListSchema, type MessageList, type MessageTotals } from '../../../src/hr-page/messaging-api-contract';
import { usePages } from '../../api/use-resource';
import { Figures } from '../../components/figures';
import { Notice } from '../../components/notice';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { MessageFilters } from './message-filters';
import { MessagesTable } from './messages-table';
import { ShowMore } from './show-more';
import { queryOf, useMessageFilter, type MessageFilter } from './use-message-filter';

function join(one: MessageList, two: MessageList): MessageList {
  return { ...two, messages: [...one.messages, ...two.messages] };
}

interface Props {
  readonly programmeId: string;
  readonly totals: MessageTotals;
}

/** The messages that tell nothing of an answer, the newest first; each filter is asked of the server. */
export function ListedMessages({ programmeId, totals }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const [filter, setFilter] = useMessageFilter();
  const filters = useRef<HTMLDivElement>(null);

  // What was pressed goes away with the rows it stood in: the reader goes on at the filters.
  function choose(next: MessageFilter): void {
    setFilter(next);
    filters.current?.focus();
  }

  return (
    <Section title={t('messages.one-by-one')}>
      <p className={page.quiet}>{t('messages.one-by-one-text')}</p>
      <Totals totals={totals} />
      <div ref={filters} tabIndex={-1} role="group" aria-label={t('messages.filters')}>
        <MessageFilters
          programmeId={programmeId}
          totals={totals}
          filter={filter}
          onChange={setFilter}
          onChoosePerson={choose}
        />
      </div>
      <Pages key={queryOf(filter)} programmeId={programmeId} totals={totals} filter={filter} onChange={choose} />
    </Section>
  );
}

interface PagesProps extends Props {
  readonly filter: MessageFilter;
  readonly onChange: (filter: MessageFilter) => void;
}

function Pages({ programmeId, totals, filter, onChange }: PagesProps): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const [pages, setPages] = useState(1);
  const list = usePages(`/programmes/${programmeId}/messages${queryOf(filter)}`, messageListSchema, join, pages);
  const total = totalOf(totals, filter);
  return (
    <ResourceView resource={list}>
      {({ messages, next }) => (
        <>
          {messages.length === 0 ? (
            <Empty totals={totals} filter={filter} hasMore={next !== undefined} onChange={onChange} />
          ) : (
            <>
              <p className={page.quiet} role="status">
                {total !== undefined && total > messages.length
                  ? t('messages.shown-of', { shown: format.number(messages.length), total: format.number(total) })
                  : t('messages.shown', { count: messages.length })}
              </p>
              {filter.state === undefined && totals.waiting > 0 && (
                <p className={page.quiet}>{t('messages.waiting-apart', { count: totals.waiting })}</p>
              )}
              <MessagesTable programmeId={programmeId} messages={messages} onChange={onChange} />
            </>
          )}
          <ShowMore
            next={next}
            label={t(messages.length === 0 ? 'messages.look-further' : 'messages.more')}
            onMore={() => {
              setPages(pages + 1);
            }}
          />
        </>
      )}
    </ResourceView>
  );
}

/** How many there are of what is asked for, where that is counted. */
function totalOf({ ended }: MessageTotals, { state, kind, person }: MessageFilter): number | undefined {
  if (kind !== undefined || person !== undefined || state === 'queued') return undefined;
  return ended.reduce((sum, one) => sum + (state === undefined || one.state === state ? one.count : 0), 0);
}

/** Why nothing is shown: nothing has gone out, nothing matches, or nothing was found as far as was looked. */
function Empty({
  totals,
  filter,
  hasMore,
  onChange,
}: Pick<PagesProps, 'totals' | 'filter' | 'onChange'> & { readonly hasMore: boolean }): ReactNode {
  const { t } = useWords();
  if (hasMore) return <Notice title={t('messages.none-so-far')} text={t('messages.none-so-far-text')} />;
  if (queryOf(filter) === '')
    return totals.waiting > 0 ? (
      <Notice title={t('messages.none-gone')} text={t('messages.none-gone-text', { count: totals.waiting })}>
        <Button
          onClick={() => {
            onChange({ state: 'queued' });
          }}
        >
          {t('messages.show-waiting')}
        </Button>
      </Notice>
    ) : (
      <Notice title={t('messages.empty')} text={t('messages.empty-text')} />
    );
  return (
    <Notice title={t('messages.none-found')} text={t('messages.none-found-text')}>
      <Button
        onClick={() => {
          onChange({});
        }}
      >
        {t('filter.clear')}
      </Button>
    </Notice>
  );
}

/** Of the messages that are listed, and no others. */
function Totals({ totals }: { readonly totals: MessageTotals }): ReactNode {
  const { t, format } = useWords();
  const of = (...states: readonly string[]): number =>
    totals.ended.reduce((sum, { state, count }) => sum + (states.includes(state) ? count : 0), 0);
  const waiting = format.number(totals.waiting);
  return (
    <Figures
      figures={[
        { label: t('messages.total.sent'), value: format.number(of('sent')) },
        {
          label: t('messages.total.waiting'),
          value: totals.moreWait ? t('messages.at-least', { count: waiting }) : waiting,
        },
        { label: t('messages.total.not-sent'), value: format.number(of('failed', 'blocked', 'dead')) },
        { label: t('messages.total.uncertain'), value: format.number(of('ambiguous')) },
      ]}
    />
  );
}
