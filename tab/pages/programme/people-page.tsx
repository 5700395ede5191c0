import { useMemo, useState, type ReactNode } from 'react';
import { Button, Input, Field, Select } from '@fluentui/react-components';
import { useNavigate } from 'react-router';
import { peopleListSchema, type PeopleList, type PersonDto } from '../../../src/participant/api-contract';
import { foldText } from '../../../src/participant/fold-text';
import { startedSchema } from '../../../src/programme/api-contract';
import { useCommand } from '../../api/use-command';
import { usePages } from '../../api/use-resource';
import { BarRows } from '../../components/bar-rows';
import { DataTable, type Column } from '../../components/data-table';
import { JobProgress } from '../../components/job-progress';
import { Notice } from '../../components/notice';
import { PageHeading } from '../../components/page-heading';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { ResourceView } from '../../components/resource-view';
import { Section } from '../../components/section';
import { TextLink } from '../../components/text-link';
import { StatusTag } from '../../components/status-tag';
import { useProgrammeId } from '../../lib/use-programme-id';
import { useWords } from '../../lib/words-context';
import { LinkPerson } from './link-person';

const allPages = 50;
const shownAtOnce = 100;
const reachStates = ['reachable', 'unknown', 'not-linked', 'app-missing', 'blocked'] as const;

function join(one: PeopleList, two: PeopleList): PeopleList {
  return { ...two, people: [...one.people, ...two.people] };
}

/** The people of a programme: who can be reached by the bot, and the remedy where somebody cannot. */
export function PeoplePage(): ReactNode {
  const id = useProgrammeId();
  const page = usePageStyles();
  const { t } = useWords();
  const navigate = useNavigate();
  const people = usePages(`/programmes/${id}/people`, peopleListSchema, join, allPages);
  const check = useCommand(`/programmes/${id}/people`);
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
        actions={
          <>
            <Button appearance="primary" onClick={() => void navigate(`/programmes/${id}/import`)}>
              {t('people.import')}
            </Button>
            <Button disabled={check.busy} onClick={() => void checkReach()}>
              {t('people.check-reach')}
            </Button>
          </>
        }
      />
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
              <PeopleTable people={list.people} programmeId={id} />
            </>
          )
        }
      </ResourceView>
    </div>
  );
}

function ReachSummary({ people }: { readonly people: readonly PersonDto[] }): ReactNode {
  const { t, format } = useWords();
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

function PeopleTable({
  people,
  programmeId,
}: {
  readonly people: readonly PersonDto[];
  readonly programmeId: string;
}): ReactNode {
  const page = usePageStyles();
  const { t, language } = useWords();
  const [search, setSearch] = useState('');
  const [reach, setReach] = useState('');
  const [count, setCount] = useState(shownAtOnce);

  const found = useMemo(() => {
    const wanted = foldText(search);
    return people
      .filter((person) => (reach === '' || person.reach === reach) && foldText(person.name).includes(wanted))
      .toSorted((a, b) => a.name.localeCompare(b.name, language));
  }, [people, search, reach, language]);

  const columns: readonly Column<PersonDto>[] = [
    { key: 'name', title: t('people.name'), cell: (person) => person.name },
    { key: 'role', title: t('people.role'), cell: (person) => t(`role.${person.role}`) },
    { key: 'state', title: t('people.state'), cell: (person) => t(`person.state.${person.state}`) },
    {
      key: 'reach',
      title: t('people.reach'),
      cell: (person) => (
        <div className={page.stack}>
          <span>
            <StatusTag
              tone={person.reach === 'reachable' ? 'good' : person.reach === 'unknown' ? 'plain' : 'attention'}
            >
              {t(`reach.${person.reach}`)}
            </StatusTag>
          </span>
          {person.remedy !== undefined && <span className={page.small}>{person.remedy}</span>}
          {!person.linked && <LinkPerson programmeId={programmeId} person={person} />}
        </div>
      ),
    },
  ];

  return (
    <Section title={t('people.list', { count: found.length })}>
      <div className={page.bar}>
        <Field label={t('filter.search')} className={page.field}>
          <Input
            type="search"
            value={search}
            onChange={(_event, { value }) => {
              setSearch(value);
            }}
          />
        </Field>
        <Field label={t('people.reach')} className={page.field}>
          <Select
            value={reach}
            onChange={(_event, { value }) => {
              setReach(value);
            }}
          >
            <option value="">{t('filter.all')}</option>
            {reachStates.map((state) => (
              <option key={state} value={state}>
                {t(`reach.${state}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {found.length === 0 ? (
        <p className={page.quiet}>{t('filter.nobody')}</p>
      ) : (
        <DataTable
          caption={t('people.title')}
          columns={columns}
          rows={found.slice(0, count)}
          rowKey={(person) => person.id}
        />
      )}
      {found.length > count && (
        <div>
          <Button
            onClick={() => {
              setCount(count + shownAtOnce);
            }}
          >
            {t('filter.more', { count: Math.min(shownAtOnce, found.length - count) })}
          </Button>
        </div>
      )}
    </Section>
  );
}
