import type { ReactNode } from 'react';
import { Field, Input, Select } from '@fluentui/react-components';
import type { ProgrammePlan } from '../../../src/domain/programme-contract';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';

export type PlanPerson = ProgrammePlan['administrators'][number] & { readonly mentee?: string };

interface Props {
  readonly person: PlanPerson;
  /** An assistant is named by a mentee of the people file. */
  readonly withMentee?: boolean;
  readonly onChange: (person: PlanPerson) => void;
  /** What stands at the end of the line. */
  readonly children?: ReactNode;
}

/** Name, address and language of somebody with a part in the programme. */
export function PersonFields({ person, withMentee = false, onChange, children }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <div className={page.bar}>
      <TextField
        label={t('settings.name')}
        value={person.name}
        onChange={(name) => {
          onChange({ ...person, name });
        }}
      />
      <TextField
        label={t('settings.email')}
        value={person.email}
        onChange={(email) => {
          onChange({ ...person, email });
        }}
      />
      {withMentee && (
        <TextField
          label={t('settings.mentee')}
          value={person.mentee ?? ''}
          onChange={(mentee) => {
            onChange({ ...person, mentee });
          }}
        />
      )}
      <Field label={t('settings.language')}>
        <Select
          value={person.language}
          onChange={(_event, { value }) => {
            onChange({ ...person, language: value === 'en' ? 'en' : 'fr' });
          }}
        >
          <option value="fr">Français</option>
          <option value="en">English</option>
        </Select>
      </Field>
      {children}
    </div>
  );
}

/** One line of text. */
export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const page = usePageStyles();
  return (
    <Field className={page.field} label={props.label}>
      <Input
        value={props.value}
        input={{ style: { minWidth: 0 } }}
        onChange={(_event, { value }) => {
          props.onChange(value);
        }}
      />
    </Field>
  );
}
