import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { peopleListSchema, type PeopleList, type PersonDto } from '../../../src/enrolment/api-contract';
import { startedSchema } from '../../../src/hr-page/programme-api-contract';
import { useCommand } from '../../api/use-command';
import { usePages } from '../../api/use-resource';
import { BarRows } from '../../components/bar-rows';
import { JobProgress } from '../../components/job-progress';
import { Notice } from '../../components/notice';
import { PageHeading } from '../../components/page-heading';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { ResourceView } from '../../components/resource-view';
import { Section } from '../../components/section';
import { TextLink } from '../../components/text-link';
import { useOverview } from '../../lib/use-overview';
import { useProgrammeId } from '../../lib/use-programme-id';
import { useWords } from '../../lib/words-context';
import { LinksAsked } from './links-asked';
import { PeopleTable, reachStates, takesPart } from './people-table';

const allPages = 50;

function join(one: PeopleList, two: PeopleList): PeopleList {
  return { ...two, people: [...one.people, ...two.people] };
}

/** The people of a programme: who can be reached by the bot, and the remedy where somebody cannot. */
export function PeoplePage(): ReactNode {
  const id = useProgrammeId();
  const page = usePageStyles();
  const { t } = useWords();
  const [, navigate] = useLocation();
  const people = usePages(`/programmes/${id}/people`, peopleListSchema, join, allPages);
  const check = useCommand(`/programmes/${id}/people`);
  const isOver = useOverview(id).value?.state === 'closed';
  const [jobId, setJobId] = useState<string>();

  async function checkReach(): Promise<void> {
    const started = await check.run({ path: `/programmes/${id}/reach`, schema: startedSchema });
    if (started !== undefined) setJobId(started.jobId);
  }

  return (
    <div className={page.page}>
      <PageHeading
        title={t('people.title')}
        detail={t('people.detail')}
        {...(isOver
          ? {}
          : {
              actions: (
                <>
                  <Button appearance="primary" onClick={() => navigate(`/programmes/${id}/import`)}>
                    {t('people.import')}
                  </Button>
                  <Button disabled={check.busy} onClick={() => void checkReach()}>
                    {t('people.check-reach')}
                  </Button>
                </>
              ),
            })}
      />
      {isOver && <p className={page.quiet}>{t('people.over')}</p>}
      {check.problem !== undefined && <ProblemNotice problem={check.problem} />}
      {jobId !== undefined && <JobProgress programmeId={id} jobId={jobId} done={t('people.reach-checked')} />}
      <ResourceView resource={people}>
        {(list) =>
          list.people.length === 0 ? (
            <Notice title={t('people.empty')} text={t('people.empty-text')}>
              <TextLink to={`/programmes/${id}/import`}>{t('people.import')}</TextLink>
            </Notice>
          ) : (
            <>
              <ReachSummary people={list.people} />
              {!isOver && <LinksAsked people={list.people} programmeId={id} />}
              <PeopleTable people={list.people} programmeId={id} isOver={isOver} />
            </>
          )
        }
      </ResourceView>
    </div>
  );
}

/** Of those who take part. */
function ReachSummary({ people: everybody }: { readonly people: readonly PersonDto[] }): ReactNode {
  const { t, format } = useWords();
  const people = everybody.filter(takesPart);
  const counts = reachStates.map((reach) => ({
    reach,
    count: people.filter((person) => person.reach === reach).length,
  }));
  const reachable = counts[0]?.count ?? 0;
  return (
    <Section
      title={
        reachable === people.length
          ? t('reach.all', { total: people.length })
          : t('reach.title', { reachable, total: people.length })
      }
    >
      <BarRows
        rows={counts
          .filter(({ count }) => count > 0)
          .map(({ reach, count }) => ({
            label: t(`reach.${reach}`),
            value: format.number(count),
            share: count / people.length,
            quiet: reach !== 'reachable',
          }))}
      />
    </Section>
  );
}
