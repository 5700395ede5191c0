import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import type { OfferedMentee, OfferedPeople } from './offered-people';
import { PersonFields, type PlanPerson } from './person-fields';

interface Props {
  readonly title: string;
  readonly detail: string;
  readonly add: string;
  readonly people: readonly PlanPerson[];
  readonly most: number;
  /** Of assistants: whom they may assist. */
  readonly mentees?: readonly OfferedMentee[] | undefined;
  readonly offered?: OfferedPeople | undefined;
  readonly onChange: (people: readonly PlanPerson[]) => void;
}

/** Their zone is the programme's until somebody of the people list is meant. */
const nobody: PlanPerson = { name: '', email: '', language: 'fr' };

/** People of one part in the programme: changed, added, removed. */
export function PeopleFields({ title, detail, add, people, most, mentees, offered, onChange }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <Section title={title}>
      <p className={page.quiet}>{detail}</p>
      <ul className={page.plain}>
        {people.map((person, index) => (
          // Somebody who is being typed in has nothing else of their own yet.
          <li key={index}>
            <PersonFields
              person={person}
              mentees={mentees}
              offered={offered}
              onChange={(changed) => {
                onChange(people.with(index, changed));
              }}
            >
              <Button
                aria-label={t('settings.remove-who', { name: person.name })}
                onClick={() => {
                  onChange(people.filter((_one, other) => other !== index));
                }}
              >
                {t('settings.remove')}
              </Button>
            </PersonFields>
          </li>
        ))}
      </ul>
      <div>
        <Button
          disabled={people.length >= most}
          onClick={() => {
            onChange([...people, mentees !== undefined ? { ...nobody, mentee: '' } : nobody]);
          }}
        >
          {add}
        </Button>
      </div>
    </Section>
  );
}
