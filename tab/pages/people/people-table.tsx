import { useMemo, useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { PersonDto } from '../../../src/enrolment/api-contract';
import { foldText } from '../../../src/kernel/fold-text';
import { DataTable, type Column } from '../../components/data-table';
import { FilterSelect } from '../../components/filter-select';
import { usePageStyles } from '../../components/page-styles';
import { SearchField } from '../../components/search-field';
import { Section } from '../../components/section';
import { TextLink } from '../../components/text-link';
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
  isOver,
}: {
  readonly people: readonly PersonDto[];
  readonly programmeId: string;
  /** The programme is over: nobody comes or goes any more. */
  readonly isOver: boolean;
}): ReactNode {
  const page = usePageStyles();
  const { t, language } = useWords();
  const [search, setSearch] = useState('');
  const [reach, setReach] = useState<PersonDto['reach'] | ''>('');
  const [count, setCount] = useState(shownAtOnce);

  const found = useMemo(() => {
    const wanted = foldText(search);
    return people
      .filter(
        (person) =>
          (reach === '' || (takesPart(person) && person.reach === reach)) && foldText(wordsOf(person)).includes(wanted),
      )
      .toSorted((a, b) => a.name.localeCompare(b.name, language));
  }, [people, search, reach, language]);

  const taking = found.filter(takesPart).length;
  const columns: readonly Column<PersonDto>[] = [
    {
      key: 'name',
      title: t('people.name'),
      cell: (person) => (
        <div className={page.stack}>
          <span>{person.name}</span>
          {person.email !== undefined && <span className={page.small}>{person.email}</span>}
        </div>
      ),
    },
    { key: 'place', title: t('people.place'), cell: (person) => <Place person={person} /> },
    { key: 'role', title: t('people.role'), cell: (person) => t(`role.${person.role}`) },
    {
      key: 'state',
      title: t('people.state'),
      cell: (person) => (
        <div className={page.stack}>
          <span>{t(`person.state.${person.state}`)}</span>
          {person.pairs > 0 && (
            <TextLink to={`/programmes/${programmeId}/pairs?q=${encodeURIComponent(person.name)}`}>
              {t('people.pairs', { count: person.pairs })}
            </TextLink>
          )}
          {!isOver && <PersonDeparture key={person.state} programmeId={programmeId} person={person} />}
        </div>
      ),
    },
    {
      key: 'reach',
      title: t('people.reach'),
      cell: (person) =>
        takesPart(person) && (
          <div className={page.stack}>
            <span>
              <StatusTag
                tone={person.reach === 'reachable' ? 'good' : person.reach === 'unknown' ? 'plain' : 'attention'}
              >
                {t(`reach.${person.reach}`)}
              </StatusTag>
            </span>
            {person.remedy !== undefined && <span className={page.small}>{person.remedy}</span>}
            {!isOver && person.linkDenied !== undefined && (
              <span className={page.small}>{t('link.denied', { id: person.linkDenied.directoryId })}</span>
            )}
            {!person.linked &&
              !isOver &&
              (person.linkAsked === undefined ? (
                <LinkPerson programmeId={programmeId} person={person} />
              ) : (
                <span className={page.small}>{t('link.waits')}</span>
              ))}
          </div>
        ),
    },
  ];

  return (
    <Section title={t('people.list', { count: taking, gone: found.length - taking })}>
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

/** Whether the person is counted among the people of the programme, and reached. */
export function takesPart({ state }: PersonDto): boolean {
  return state !== 'withdrawn';
}

/** What somebody is found by: name, address, department and site. */
function wordsOf({ name, email = '', department = '', site = '' }: PersonDto): string {
  return [name, email, department, site].join(' ');
}

function Place({ person: { department, site, level } }: { readonly person: PersonDto }): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const where = [department, site].filter((part) => part !== undefined).join(', ');
  return (
    <div className={page.stack}>
      {where !== '' && <span>{where}</span>}
      {level !== undefined && <span className={page.small}>{t('people.level', { level })}</span>}
    </div>
  );
}
