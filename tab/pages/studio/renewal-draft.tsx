import type { ReactNode } from 'react';
import type { DraftDto } from '../../../src/draft/api-contract';
import { Notice } from '../../components/notice';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { namesIn } from './choice-sets';
import { NotAsked } from './not-asked';
import { PublishDraft } from './publish-draft';
import { RenewalPair } from './renewal-pair';
import { useDraftList } from './use-draft';

interface Props {
  readonly programmeId: string;
  readonly draft: DraftDto;
}

/** Pairs whose two people both want to go on: no search and no points, only whether HR lets them, and until when. */
export function RenewalDraft({ programmeId, draft }: Props): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const list = useDraftList(programmeId, draft.id, draft.revision);
  if (draft.state === 'failed') return <Notice title={t('renewal.lapsed')} text={draft.reason ?? ''} />;
  const open = draft.state === 'ready';
  return (
    <Section title={draft.pairCount === 0 ? t('renewal.none') : t('renewal.title', { count: draft.pairCount })}>
      <p className={page.text}>{t('renewal.text')}</p>
      {open && draft.renewal !== undefined && (
        <p className={page.quiet}>{t('renewal.until', { when: format.moment(draft.renewal.until) })}</p>
      )}
      <ResourceView resource={list}>
        {(value) => (
          <ul className={page.plain}>
            {value.pairs.map((pair) => (
              <RenewalPair
                key={`${pair.mentor.id} ${pair.mentee.id}`}
                programmeId={programmeId}
                draftId={draft.id}
                revision={open ? value.revision : undefined}
                pair={pair}
              />
            ))}
          </ul>
        )}
      </ResourceView>
      <NotAsked pairs={draft.notAsked} names={namesIn(list.value)} renews />
      <PublishDraft programmeId={programmeId} draft={draft} list={undefined} pending={false} />
    </Section>
  );
}
