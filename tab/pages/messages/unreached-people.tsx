import { useState, type ReactNode } from 'react';
import {
  unreachedListSchema,
  type UnreachedDto,
  type UnreachedList,
} from '../../../src/hr-page/messaging-api-contract';
import { usePages } from '../../api/use-resource';
import { DataTable, type Column } from '../../components/data-table';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { SendAgain } from './send-again';
import { ShowMore } from './show-more';

function join(one: UnreachedList, two: UnreachedList): UnreachedList {
  return { ...two, people: [...one.people, ...two.people] };
}

/** Whom a message did not reach that is not listed one by one: who and why, never which. */
export function UnreachedPeople({ programmeId }: { readonly programmeId: string }): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const [pages, setPages] = useState(1);
  const list = usePages(`/programmes/${programmeId}/messages/unreached`, unreachedListSchema, join, pages);
  const columns: readonly Column<UnreachedDto>[] = [
    { key: 'name', title: t('messages.who'), cell: ({ to }) => to.name },
    { key: 'why', title: t('messages.why'), cell: ({ words }) => words },
    { key: 'on', title: t('messages.at'), cell: ({ on }) => format.day(on) },
    {
      key: 'again',
      title: t('messages.what-helps'),
      cell: ({ to, canRetry }) =>
        canRetry ? (
          <SendAgain
            programmeId={programmeId}
            path={`unreached/${to.kind}/${encodeURIComponent(to.id)}`}
            label={t('messages.retry-to', { name: to.name })}
          />
        ) : (
          t('messages.reach-first')
        ),
    },
  ];
  return (
    <ResourceView resource={list}>
      {({ people, next }) =>
        people.length === 0 && next === undefined ? null : (
          <Section title={t('messages.unreached')}>
            <p className={page.quiet}>{t('messages.unreached-text')}</p>
            <DataTable caption={t('messages.unreached')} columns={columns} rows={people} rowKey={({ id }) => id} />
            <ShowMore
              next={next}
              label={t('messages.more')}
              onMore={() => {
                setPages(pages + 1);
              }}
            />
          </Section>
        )
      }
    </ResourceView>
  );
}
