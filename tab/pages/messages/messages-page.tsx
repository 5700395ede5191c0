import type { ReactNode } from 'react';
import { messageTotalsSchema } from '../../../src/hr-page/messaging-api-contract';
import { useResource } from '../../api/use-resource';
import { PageHeading } from '../../components/page-heading';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { useProgrammeId } from '../../lib/use-programme-id';
import { useWords } from '../../lib/words-context';
import { ListedMessages } from './listed-messages';
import { MessageDays } from './message-days';
import { UnreachedPeople } from './unreached-people';

/**
 * What the bot sends by itself, as far as HR may know it: whom nothing reached, the messages that tell nothing of an answer one by one, and
 * counts of the others by day.
 */
export function MessagesPage(): ReactNode {
  const id = useProgrammeId();
  const page = usePageStyles();
  const { t } = useWords();
  const totals = useResource(`/programmes/${id}/messages/totals`, messageTotalsSchema, 30_000);
  return (
    <div className={page.page}>
      <PageHeading title={t('messages.title')} detail={t('messages.detail')} />
      <ResourceView resource={totals}>
        {(value) => (
          <>
            <UnreachedPeople programmeId={id} />
            <ListedMessages programmeId={id} totals={value} />
            <MessageDays programmeId={id} />
          </>
        )}
      </ResourceView>
    </div>
  );
}
