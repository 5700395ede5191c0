import { useState, type ReactNode } from 'react';
import { Checkbox, makeStyles } from '@fluentui/react-components';
import { Pager } from '../../components/pager';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import type { SparePerson } from './spare-places';

const peoplePerPage = 20;

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', alignItems: 'start' },
  words: { paddingTop: '6px', minWidth: 0 },
});

interface Props {
  readonly people: readonly SparePerson[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (person: SparePerson, chosen: boolean) => void;
}

/** Who is in a pair of a draft and could have more partners there. */
export function SpareList({ people, chosen, onChoose }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  const [wanted, setWanted] = useState(0);
  const pages = Math.ceil(people.length / peoplePerPage);
  const shown = Math.min(wanted, Math.max(0, pages - 1));
  const title = t('studio.spare', { count: people.length });
  if (people.length === 0) return null;
  return (
    <Section title={title}>
      <p className={page.quiet}>{t('studio.spare-hint')}</p>
      <ul className={page.plain}>
        {people.slice(shown * peoplePerPage, (shown + 1) * peoplePerPage).map((person) => (
          <li key={person.id} className={styles.row}>
            <Checkbox
              checked={chosen.has(person.id)}
              aria-label={t('studio.hand-person', { what: t('studio.hand-choose'), name: person.name })}
              onChange={(_event, { checked }) => {
                onChoose(person, checked === true);
              }}
            />
            <div className={styles.words}>
              <strong>{person.name}</strong>{' '}
              <span className={page.small}>
                ({t(person.role === 'mentor' ? 'role.mentor' : person.role === 'mentee' ? 'role.mentee' : 'role.both')})
              </span>{' '}
              {t('studio.spare-places', { count: person.places })}
            </div>
          </li>
        ))}
      </ul>
      <Pager label={title} page={shown} pages={pages} onPage={setWanted} />
    </Section>
  );
}
