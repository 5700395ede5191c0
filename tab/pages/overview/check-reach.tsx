import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { startedSchema } from '../../../src/hr-page/programme-api-contract';
import { useCommand } from '../../api/use-command';
import { JobProgress } from '../../components/job-progress';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';

/** Looks into the teams again: the app may just have been added to the one that was missing. */
export function CheckReach({ programmeId }: { readonly programmeId: string }): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const check = useCommand(`/programmes/${programmeId}`);
  const [jobId, setJobId] = useState<string>();

  async function start(): Promise<void> {
    const started = await check.run({ path: `/programmes/${programmeId}/reach`, schema: startedSchema });
    if (started !== undefined) setJobId(started.jobId);
  }

  return (
    <div className={page.stack}>
      {check.problem !== undefined && <ProblemNotice problem={check.problem} />}
      {jobId !== undefined && (
        <JobProgress key={jobId} programmeId={programmeId} jobId={jobId} done={t('people.reach-checked')} />
      )}
      <div>
        <Button size="small" disabled={check.busy} onClick={() => void start()}>
          {t('people.check-reach')}
        </Button>
      </div>
    </div>
  );
}
