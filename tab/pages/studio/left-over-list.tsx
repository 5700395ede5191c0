import { useState, type ReactNode } from 'react';
import { Checkbox, makeStyles } from '@fluentui/react-components';
import type { DraftListPerson as ListPerson } from '../../../src/draft/model';
import { Pager } from '../../components/pager';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { useDraftPage } from './use-draft';

const peoplePerPage = 20;

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', alignItems: 'start' },
  words: { paddingTop: '6px', minWidth: 0 },
});

interface Props {
  readonly programmeId: string;
  readonly draftId: string;
  readonly revision: number;
  readonly people: readonly ListPerson[];
  readonly chosen: ReadonlySet<string>;
  /** Absent where the draft can no longer be changed. */
  readonly onChoose: ((person: ListPerson, chosen: boolean) => void) | undefined;
}

/** Who has no pair in a draft, and why. */
export function LeftOverList({ people, chosen, onChoose, ...draft }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  const [wanted, setWanted] = useState(0);
  const pages = Math.ceil(people.length / peoplePerPage);
  const shown = Math.min(wanted, Math.max(0, pages - 1));
  const title = t('draft.left', { count: people.length });
  if (people.length === 0) return <p className={page.quiet}>{t('studio.left-none')}</p>;
  return (
    <Section title={title}>
      <ul className={page.plain}>
        {people.slice(shown * peoplePerPage, (shown + 1) * peoplePerPage).map((person) => (
          <li key={person.id} className={onChoose === undefined ? undefined : styles.row}>
            {onChoose !== undefined && (
              <Checkbox
                checked={chosen.has(person.id)}
                aria-label={t('studio.hand-person', { what: t('studio.hand-choose'), name: person.name })}
                onChange={(_event, { checked }) => {
                  onChoose(person, checked === true);
                }}
              />
            )}
            <div className={styles.words}>
              <strong>{person.name}</strong> <span className={page.small}>({roleWords(person.role)})</span>{' '}
              <LeftOverReasons {...draft} person={person} />
            </div>
          </li>
        ))}
      </ul>
      <Pager label={title} page={shown} pages={pages} onPage={setWanted} />
    </Section>
  );

  function roleWords(role: string): string {
    return t(role === 'mentor' ? 'role.mentor' : role === 'mentee' ? 'role.mentee' : 'role.both');
  }
}

function LeftOverReasons({
  programmeId,
  draftId,
  revision,
  person,
}: Pick<Props, 'programmeId' | 'draftId' | 'revision'> & { readonly person: ListPerson }): ReactNode {
  const page = usePageStyles();
  const { t, language } = useWords();
  const shown = useDraftPage(programmeId, draftId, person.part, revision);
  const reasons = shown.value?.unpaired.find((left) => left.person.id === person.id)?.reasons;
  if (reasons !== undefined) return <span>{reasons.map((reason) => reason[language]).join(' ')}</span>;
  if (shown.problem !== undefined)
    return <ProblemNotice problem={shown.problem} onRetry={() => void shown.refresh()} />;
  return <span className={page.small}>{t('studio.left-loading')}</span>;
}
