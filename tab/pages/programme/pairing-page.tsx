import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { draftSchema, draftStartedSchema, type DraftDto } from '../../../src/draft/api-contract';
import { startedSchema } from '../../../src/programme/api-contract';
import { useCommand } from '../../api/use-command';
import { usePages } from '../../api/use-resource';
import { ConfirmButton } from '../../components/confirm-button';
import { JobProgress } from '../../components/job-progress';
import { Notice } from '../../components/notice';
import { PageHeading } from '../../components/page-heading';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { ResourceView } from '../../components/resource-view';
import { TextLink } from '../../components/text-link';
import { useProgrammeId } from '../../lib/use-programme-id';
import { useWords } from '../../lib/words-context';
import { DraftResultView } from './draft-result';

const firstSeed = 1;

function join(one: DraftDto, two: DraftDto): DraftDto {
  return { ...two, pairs: [...one.pairs, ...two.pairs], unpaired: [...one.unpaired, ...two.unpaired] };
}

/** The pairing studio: a draft nobody else sees, its reasons, and the moment it is published. */
export function PairingPage(): ReactNode {
  const id = useProgrammeId();
  const page = usePageStyles();
  const { t } = useWords();
  const [pages, setPages] = useState(1);
  const draft = usePages(`/programmes/${id}/drafts/latest`, draftSchema, join, pages, 5_000);
  const start = useCommand(`/programmes/${id}/drafts`);
  const [jobId, setJobId] = useState<string>();

  async function run(): Promise<void> {
    const started = await start.run({
      path: `/programmes/${id}/drafts`,
      schema: draftStartedSchema,
      body: { seed: firstSeed },
    });
    if (started !== undefined) setJobId(started.jobId);
  }

  const state = draft.value?.state;
  const busy = start.busy || state === 'queued' || state === 'computing' || state === 'publishing';
  return (
    <div className={page.page}>
      <PageHeading
        title={t('draft.title')}
        detail={t('draft.detail')}
        actions={
          <Button
            appearance={draft.value === undefined ? 'primary' : 'secondary'}
            disabled={busy}
            onClick={() => void run()}
          >
            {t(draft.value === undefined ? 'draft.start' : 'draft.again')}
          </Button>
        }
      />
      {start.problem !== undefined && <ProblemNotice problem={start.problem} />}
      {jobId !== undefined && <JobProgress programmeId={id} jobId={jobId} done={t('draft.computed')} />}
      <ResourceView resource={draft} missing={<Notice title={t('draft.empty')} text={t('draft.empty-text')} />}>
        {(value) => (
          <>
            <DraftState programmeId={id} draft={value} />
            <DraftResultView draft={value} />
            {value.next !== undefined && (
              <div>
                <Button
                  onClick={() => {
                    setPages(pages + 1);
                  }}
                >
                  {t('draft.more')}
                </Button>
              </div>
            )}
          </>
        )}
      </ResourceView>
    </div>
  );
}

function DraftState({ programmeId, draft }: { readonly programmeId: string; readonly draft: DraftDto }): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const publish = useCommand(`/programmes/${programmeId}`);
  const [jobId, setJobId] = useState<string>();

  async function send(): Promise<void> {
    const started = await publish.run({
      path: `/programmes/${programmeId}/drafts/${encodeURIComponent(draft.id)}/publish`,
      schema: startedSchema,
    });
    if (started !== undefined) setJobId(started.jobId);
  }

  return (
    <>
      {publish.problem !== undefined && <ProblemNotice problem={publish.problem} />}
      {jobId !== undefined && <JobProgress programmeId={programmeId} jobId={jobId} done={t('publish.done')} />}
      {(draft.state === 'queued' || draft.state === 'computing') && (
        <Notice title={t('draft.computing')} text={t('draft.computing-text')} />
      )}
      {draft.state === 'failed' && <Notice title={t('draft.failed')} text={draft.reason ?? t('draft.failed-text')} />}
      {draft.state === 'publishing' && jobId === undefined && (
        <Notice title={t('draft.publishing')} text={t('draft.publishing-text')} />
      )}
      {draft.state === 'published' && (
        <Notice title={t('draft.published')} text={t('draft.published-text')}>
          <TextLink to={`/programmes/${programmeId}/pairs`}>{t('draft.see-pairs')}</TextLink>
        </Notice>
      )}
      {draft.state === 'ready' && draft.pairCount > 0 && (
        <div className={page.buttons}>
          <ConfirmButton
            primary
            label={t('publish.button')}
            title={t('publish.title', { count: draft.pairCount })}
            confirm={t('publish.confirm')}
            disabled={publish.busy}
            onConfirm={() => void send()}
          >
            <p>{t('publish.what')}</p>
            <p>{t('publish.once')}</p>
          </ConfirmButton>
        </div>
      )}
    </>
  );
}
