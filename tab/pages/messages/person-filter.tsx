import { useState, type ReactNode } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import { peopleListSchema, type PeopleList } from '../../../src/enrolment/api-contract';
import { foldText } from '../../../src/kernel/fold-text';
import { usePages } from '../../api/use-resource';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { useWords } from '../../lib/words-context';
import type { MessageFilter } from './use-message-filter';

/** Letters from which on names are looked for. */
const fewestLetters = 2;
const mostNames = 8;
const allPages = 50;

function join(one: PeopleList, two: PeopleList): PeopleList {
  return { ...two, people: [...one.people, ...two.people] };
}

interface Props {
  readonly programmeId: string;
  readonly filter: MessageFilter;
  readonly onChange: (filter: MessageFilter) => void;
}

/** Whose messages are shown: somebody whose name is typed and then picked; the server is asked for their messages. */
export function PersonFilter({ programmeId, filter, onChange }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const { person, to: _to, ...withoutPerson } = filter;
  if (person !== undefined)
    return (
      <div className={page.field}>
        <Button
          onClick={() => {
            onChange(withoutPerson);
          }}
        >
          {t('messages.everybody')}
        </Button>
      </div>
    );
  return (
    <div className={page.field}>
      <Field label={t('messages.person')}>
        <Input
          type="search"
          value={typed}
          onChange={(_event, { value }) => {
            setTyped(value);
          }}
        />
      </Field>
      {typed.trim().length >= fewestLetters && (
        <Names
          programmeId={programmeId}
          typed={typed}
          onPick={(id) => {
            onChange({ ...withoutPerson, to: 'participant', person: id });
          }}
        />
      )}
    </div>
  );
}

/** The names that hold what was typed; the list of people is loaded only now. */
function Names({
  programmeId,
  typed,
  onPick,
}: {
  readonly programmeId: string;
  readonly typed: string;
  readonly onPick: (id: string) => void;
}): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const people = usePages(`/programmes/${programmeId}/people`, peopleListSchema, join, allPages);
  const wanted = foldText(typed);
  return (
    <ResourceView resource={people}>
      {(list) => {
        const found = list.people.filter(({ name }) => foldText(name).includes(wanted));
        return (
          <>
            <p className={page.small} role="status">
              {t('messages.names', { count: found.length })}
            </p>
            <ul className={page.plain}>
              {found.slice(0, mostNames).map(({ id, name }) => (
                <li key={id}>
                  <Button
                    size="small"
                    onClick={() => {
                      onPick(id);
                    }}
                  >
                    {name}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </ResourceView>
  );
}
