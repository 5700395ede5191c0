import type { ReactNode } from 'react';
import { Button, ProgressBar } from '@fluentui/react-components';
import { doneSchema } from '../../../src/hr-page/programme-api-contract';
import { jobListSchema, type JobDto } from '../../../src/hr-page/work-api-contract';
import { useCommand } from '../../api/use-command';
import { useResource } from '../../api/use-resource';
import { useAnnounce } from '../../components/announcer';
import { DataTable, type Column } from '../../components/data-table';
import { Notice } from '../../components/notice';
import { PageHeading } from '../../components/page-heading';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { ResourceView } from '../../components/resource-view';
import { Section } from '../../components/section';
import { StatusTag } from '../../components/status-tag';
import { useProgrammeId } from '../../lib/use-programme-id';
import { useWords } from '../../lib/words-context';

/** Long work of the programme: how far it is, why it stopped, and the way to start it again. */
export function JobsPage(): ReactNode {
  const id = useProgrammeId();
  const page = usePageStyles();
  const { t, format } = useWords();
  const jobs = useResource(`/programmes/${id}/jobs`, jobListSchema, 5_000);
  const columns: readonly Column<JobDto>[] = [
    { key: 'kind', title: t('jobs.kind'), cell: (job) => t(`job.kind.${job.kind}`) },
    {
      key: 'state',
      title: t('jobs.state'),
      cell: (job) => (
        <div className={page.stack}>
          <span>
            <StatusTag
              tone={
                job.state === 'done' ? 'good' : job.state === 'dead' || job.state === 'failed' ? 'attention' : 'plain'
              }
            >
              {t(`job.state.${job.state}`)}
            </StatusTag>
          </span>
          {job.state === 'running' && (
            <ProgressBar value={job.progress} aria-label={t('job.running', { share: format.share(job.progress) })} />
          )}
          {job.reason !== undefined && <span className={page.small}>{job.reason}</span>}
        </div>
      ),
    },
    { key: 'tries', title: t('jobs.tries'), cell: (job) => format.number(job.tries) },
    { key: 'at', title: t('jobs.started'), cell: (job) => format.moment(job.createdAt) },
    { key: 'do', title: t('jobs.do'), cell: (job) => <JobButtons programmeId={id} job={job} /> },
  ];
  return (
    <div className={page.page}>
      <PageHeading title={t('jobs.title')} detail={t('jobs.detail')} />
      <ResourceView resource={jobs}>
        {(value) =>
          value.jobs.length === 0 ? (
            <Notice title={t('jobs.empty')} text={t('jobs.empty-text')} />
          ) : (
            <Section title={t('jobs.list', { count: value.jobs.length })}>
              <DataTable caption={t('jobs.title')} columns={columns} rows={value.jobs} rowKey={(job) => job.id} />
            </Section>
          )
        }
      </ResourceView>
    </div>
  );
}

function JobButtons({ programmeId, job }: { readonly programmeId: string; readonly job: JobDto }): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const command = useCommand(`/programmes/${programmeId}/jobs`);

  async function send(what: 'retry' | 'cancel'): Promise<void> {
    const done = await command.run({
      path: `/programmes/${programmeId}/jobs/${encodeURIComponent(job.id)}/${what}`,
      schema: doneSchema,
    });
    if (done !== undefined) announce(t(`jobs.${what}-done`));
  }

  if (!job.canRetry && !job.canCancel) return <span className={page.small}>{t('jobs.nothing')}</span>;
  return (
    <div className={page.stack}>
      {command.problem !== undefined && <ProblemNotice problem={command.problem} />}
      <div className={page.buttons}>
        {job.canRetry && (
          <Button size="small" disabled={command.busy} onClick={() => void send('retry')}>
            {t('jobs.retry')}
          </Button>
        )}
        {job.canCancel && (
          <Button size="small" disabled={command.busy} onClick={() => void send('cancel')}>
            {t('jobs.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}
