import { useId, type ReactNode } from 'react';
import { Field, Input, Select } from '@fluentui/react-components';
import type { ProgrammePlan } from '../../../src/domain/programme-contract';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';
import {
  completed,
  isUnknown,
  menteeMeant,
  menteesFor,
  offersFor,
  type OfferedMentee,
  type OfferedPeople,
} from './offered-people';

export type PlanPerson = ProgrammePlan['administrators'][number] & { readonly mentee?: string };

interface Props {
  readonly person: PlanPerson;
  /** Of an assistant: whom they may assist. */
  readonly mentees?: readonly OfferedMentee[] | undefined;
  /** Whom names and addresses are offered of; nobody where absent. */
  readonly offered?: OfferedPeople | undefined;
  readonly onChange: (person: PlanPerson) => void;
  /** What stands at the end of the line. */
  readonly children?: ReactNode;
}

/** Name, address and language of somebody with a part in the programme. */
export function PersonFields({ person, mentees, offered, onChange, children }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <div className={page.bar}>
      <TextField
        label={t('settings.name')}
        value={person.name}
        {...(offered === undefined
          ? {}
          : { offers: offersFor(offered, person.name).map(({ name, email }) => ({ value: name, label: email })) })}
        onChange={(name) => {
          onChange(completed(offered, { ...person, name }, person));
        }}
      />
      <TextField
        label={t('settings.email')}
        value={person.email}
        {...(offered === undefined
          ? {}
          : { offers: offersFor(offered, person.email).map(({ name, email }) => ({ value: email, label: name })) })}
        {...(isUnknown(offered, person.email) ? { doubt: t('settings.unknown-address') } : {})}
        onChange={(email) => {
          onChange(completed(offered, { ...person, email }, person));
        }}
      />
      {mentees !== undefined && (
        <MenteeField
          mentees={mentees}
          id={person.mentee ?? ''}
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

/** Whom an assistant assists: found by name, kept by identifier. */
function MenteeField(props: {
  readonly mentees: readonly OfferedMentee[];
  readonly id: string;
  readonly onChange: (id: string) => void;
}): ReactNode {
  const { t } = useWords();
  const { mentees, id } = props;
  const chosen = mentees.find((mentee) => mentee.id === id);
  return (
    <TextField
      label={t('settings.mentee')}
      value={id}
      offers={menteesFor(mentees, id).map((mentee) => ({ value: mentee.id, label: mentee.name }))}
      {...(chosen === undefined ? {} : { hint: chosen.name })}
      onChange={(typed) => {
        props.onChange(menteeMeant(mentees, typed));
      }}
    />
  );
}

/** One line of text; `hint` stands under it, `doubt` is told beside it and keeps nobody from saving. */
export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly offers?: readonly { readonly value: string; readonly label: string }[];
  readonly hint?: string;
  readonly doubt?: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const page = usePageStyles();
  const list = useId();
  const { doubt, hint, offers } = props;
  return (
    <>
      <Field
        className={page.field}
        label={props.label}
        {...(hint === undefined ? {} : { hint })}
        {...(doubt === undefined ? {} : { validationState: 'warning', validationMessage: doubt })}
      >
        <Input
          value={props.value}
          input={{ style: { minWidth: 0 }, ...(offers === undefined ? {} : { list }) }}
          onChange={(_event, { value }) => {
            props.onChange(value);
          }}
        />
      </Field>
      {offers !== undefined && (
        <datalist id={list}>
          {offers.map(({ value, label }) => (
            <option key={`${value} ${label}`} value={value}>
              {label}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}
