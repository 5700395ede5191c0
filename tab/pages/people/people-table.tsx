import { useMemo, useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { PersonDto } from '../../../src/enrolment/api-contract';
import { foldText } from '../../../src/kernel/fold-text';
import { DataTable, type Column } from '../../components/data-table';
import { FilterSelect } from '../../components/filter-select';
import { usePageStyles } from '../../components/page-styles';
import { SearchField } from '../../components/search-field';
import { Section } from '../../components/section';
import { StatusTag } from '../../components/status-tag';
import { useWords } from '../../lib/words-context';
import { LinkPerson } from './link-person';
import { PersonDeparture } from './person-departure';

const shownAtOnce = 100;
export const reachStates = ['reachable', 'unknown', 'not-linked', 'app-missing', 'blocked'] as const;

/** Everybody by name, with how they are reached or the remedy, and the ways in and out of the programme. */
export function PeopleTable({
  people,
  programmeId,
}: {
  readonly people: readonly PersonDto[];
  readonly programmeId: string;
}): ReactNode {
  const page = usePageStyles();
  const { t, language } = useWords();
  const [search, setSearch] = useState('');
  const [reach, setReach] = useState<PersonDto['reach'] | ''>('');
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
    {
      key: 'state',
      title: t('people.state'),
      cell: (person) => (
        <div className={page.stack}>
          <span>{t(`person.state.${person.state}`)}</span>
          <PersonDeparture key={person.state} programmeId={programmeId} person={person} />
        </div>
      ),
    },
    {
      key: 'reach',
      title: t('people.reach'),
      cell: (person) =>
        person.state !== 'withdrawn' && (
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
        <SearchField value={search} onChange={setSearch} />
        <FilterSelect
          label={t('people.reach')}
          value={reach}
          options={[
            { value: '', words: t('filter.all') },
            ...reachStates.map((state) => ({ value: state, words: t(`reach.${state}`) })),
          ]}
          onChoose={setReach}
        />
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
