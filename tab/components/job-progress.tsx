import { useEffect, useRef, type ReactNode } from 'react';
import { Field, MessageBar, MessageBarBody, ProgressBar } from '@fluentui/react-components';
import { jobSchema, type JobDto } from '../../src/hr-page/work-api-contract';
import { useApi } from '../api/api-context';
import { useResource } from '../api/use-resource';
import { useWords } from '../lib/words-context';
import { useAnnounce } from './announcer';
import { ResourceView } from './resource-view';

interface Props {
  readonly programmeId: string;
  readonly jobId: string;
  /** Said and shown when it is done. */
  readonly done: string;
}

/** Long work that was started here: a bar while it runs, then its end in words. What it changed is asked for anew. */
export function JobProgress({ programmeId, jobId, done }: Props): ReactNode {
  const { store } = useApi();
  const announce = useAnnounce();
  const job = useResource(`/programmes/${programmeId}/jobs/${jobId}`, jobSchema, 2_000);
  const state = job.value?.state;
  const said = useRef<string>(undefined);

  useEffect(() => {
    if (state !== 'done' || said.current === jobId) return;
    said.current = jobId;
    announce(done);
    store.refresh(`/programmes/${programmeId}`);
  }, [state, jobId, done, announce, store, programmeId]);

  return <ResourceView resource={job}>{(value) => <JobState job={value} done={done} />}</ResourceView>;
}

function JobState({ job, done }: { readonly job: JobDto; readonly done: string }): ReactNode {
  const { t, format } = useWords();
  switch (job.state) {
    case 'queued':
    case 'running':
      return (
        <Field
          label={t(`job.kind.${job.kind}`)}
          validationMessage={t('job.running', { share: format.share(job.progress) })}
          validationState="none"
        >
          <ProgressBar
            {...(job.state === 'running' ? { value: job.progress } : {})}
            aria-label={t(`job.kind.${job.kind}`)}
          />
        </Field>
      );
    case 'done':
      return (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{done}</MessageBarBody>
        </MessageBar>
      );
    case 'failed':
    case 'dead':
    case 'cancelled':
      return (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t(`job.ended.${job.state}`)} {job.reason}
          </MessageBarBody>
        </MessageBar>
      );
  }
}
