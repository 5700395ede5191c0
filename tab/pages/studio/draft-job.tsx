import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { DraftDto } from '../../../src/draft/api-contract';
import { doneSchema } from '../../../src/hr-page/programme-api-contract';
import { jobSchema } from '../../../src/hr-page/work-api-contract';
import { useCommand } from '../../api/use-command';
import { useResource } from '../../api/use-resource';
import { useAnnounce } from '../../components/announcer';
import { JobProgress } from '../../components/job-progress';
import { Notice } from '../../components/notice';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';

/** The search under way for a draft, whoever started it and whenever this page was opened: how far it is, and the way to stop it. */
export function DraftJob({
  programmeId,
  draft,
}: {
  readonly programmeId: string;
  readonly draft: DraftDto;
}): ReactNode {
  const { t } = useWords();
  return (
    <Notice title={t('draft.computing')} text={t('draft.computing-text')}>
      {draft.jobId !== undefined && <CancellableJob programmeId={programmeId} jobId={draft.jobId} />}
    </Notice>
  );
}

function CancellableJob({ programmeId, jobId }: { readonly programmeId: string; readonly jobId: string }): ReactNode {
  const { t } = useWords();
  const announce = useAnnounce();
  const cancel = useCommand(`/programmes/${programmeId}`);
  const path = `/programmes/${programmeId}/jobs/${jobId}`;
  const job = useResource(path, jobSchema, 2_000);

  async function stop(): Promise<void> {
    const done = await cancel.run({ path: `${path}/cancel`, schema: doneSchema });
    if (done !== undefined) announce(t('studio.cancelled'));
  }

  return (
    <div style={{ alignSelf: 'stretch', display: 'grid', gap: '12px' }}>
      <JobProgress programmeId={programmeId} jobId={jobId} done={t('draft.computed')} />
      {cancel.problem !== undefined && <ProblemNotice problem={cancel.problem} />}
      {job.value?.canCancel === true && (
        <div>
          <Button disabled={cancel.busy} onClick={() => void stop()}>
            {t('studio.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}
