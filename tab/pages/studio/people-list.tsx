import { useState, type ReactNode } from 'react';
import { Checkbox, makeStyles } from '@fluentui/react-components';
import { Pager } from '../../components/pager';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { ToHandPanel } from './hand-panel';
import type { FreePerson } from './hand-moves';

const peoplePerPage = 20;

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', alignItems: 'start' },
  words: { paddingTop: '6px', minWidth: 0 },
});

interface Props<Person extends FreePerson> {
  readonly title: string;
  readonly hint?: string;
  readonly people: readonly Person[];
  readonly chosen: ReadonlySet<string>;
  /** Absent where the draft can no longer be changed. */
  readonly onChoose: ((person: Person, chosen: boolean) => void) | undefined;
  /** What is said of each. */
  readonly children: (person: Person) => ReactNode;
}

/** People of a draft to tick for a change by hand, a page at a time. */
export function PeopleList<Person extends FreePerson>(props: Props<Person>): ReactNode {
  const { title, hint, people, chosen, onChoose, children } = props;
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  const [wanted, setWanted] = useState(0);
  const pages = Math.ceil(people.length / peoplePerPage);
  const shown = Math.min(wanted, Math.max(0, pages - 1));
  return (
    <Section title={title}>
      {hint !== undefined && <p className={page.quiet}>{hint}</p>}
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
              {chosen.has(person.id) && (
                <div>
                  <ToHandPanel />
                </div>
              )}
              <strong>{person.name}</strong> <span className={page.small}>({roleWords(person.role)})</span>{' '}
              {children(person)}
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
