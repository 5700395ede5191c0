import { useState, type ReactNode } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import type { OwnFacts } from '../../../src/own-page/api-contract';
import { cityOfZone } from '../../../src/language/city-of-zone';
import { MannerFields, mannerOf, type Manner } from './manner-fields';
import { FilterSelect } from '../../components/filter-select';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import type { Formats } from '../../lib/formats';
import { useWords } from '../../lib/words-context';
import { useAction } from './use-action';

type Facts = OwnFacts;

interface Props {
  readonly programmeId: string;
  readonly me: Facts;
  readonly editing: boolean;
  readonly onEdit: (editing: boolean) => void;
}

/** What the programme knows of the reader, and the way to correct it. */
export function MyProfile({ programmeId, me, editing, onEdit }: Props): ReactNode {
  const page = usePageStyles();
  const { t, topic, language, format } = useWords();
  const expertise = me.expertise.map((one) => topic(one.topic)).join(', ');
  const goals = me.goals.map((one) => topic(one.topic)).join(', ');
  return (
    <Section title={t('profile.title')}>
      {editing ? (
        <ProfileForm
          programmeId={programmeId}
          start={{
            languages: me.languages.join(', '),
            timeZone: me.isZoneStated ? me.timeZone : '',
            expertise,
            goals,
            availability: me.availability,
            capacity: String(me.capacity),
            ...mannerOf(me),
          }}
          role={me.role}
          zones={me.zones}
          onEnd={() => {
            onEdit(false);
          }}
        />
      ) : (
        <>
          <div className={page.stack}>
            <span>
              {t('profile.languages', {
                list: me.languages.length === 0 ? '–' : languageNames(me.languages, language),
              })}
            </span>
            {me.zones.length > 0 && (
              <span>{t('profile.zone', { zone: me.isZoneStated ? zoneWords(me.timeZone, format) : '–' })}</span>
            )}
            {(me.role !== 'mentee' || expertise !== '') && (
              <span>{t('profile.expertise', { list: expertise === '' ? '–' : expertise })}</span>
            )}
            {(me.role !== 'mentor' || goals !== '') && (
              <span>{t('profile.goals', { list: goals === '' ? '–' : goals })}</span>
            )}
            <span>
              {t('profile.availability', { list: me.availability === '' ? '–' : hoursRead(me.availability, format) })}
            </span>
            <span>{t('profile.capacity', { count: me.capacity })}</span>
          </div>
          <p className={page.quiet}>{t('profile.who')}</p>
          <div>
            <Button
              onClick={() => {
                onEdit(true);
              }}
            >
              {t('profile.correct')}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
}

interface FormProps {
  readonly programmeId: string;
  readonly start: Readonly<
    Record<'languages' | 'timeZone' | 'expertise' | 'goals' | 'availability' | 'capacity', string>
  > &
    Manner;
  readonly role: Facts['role'];
  readonly zones: Facts['zones'];
  readonly onEnd: () => void;
}

function ProfileForm({ programmeId, start, role, zones, onEnd }: FormProps): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const doing = useAction(programmeId);
  const [values, setValues] = useState(start);

  async function save(): Promise<void> {
    if (await doing.send({ verb: 'profile/save', programmeId, ...values }, 'profile.saved')) onEnd();
  }

  return (
    <>
      {(['languages', 'expertise', 'goals'] as const).map((name, index) => (
        <Field
          key={name}
          label={t(`profile.label-${name}`)}
          hint={t(name === 'languages' ? 'profile.hint-languages' : 'profile.hint-topics')}
        >
          <Input
            autoFocus={index === 0}
            value={values[name]}
            maxLength={name === 'languages' ? 200 : 500}
            onChange={(_event, { value }) => {
              setValues((before) => ({ ...before, [name]: value }));
            }}
          />
        </Field>
      ))}
      {zones.length > 0 && (
        <FilterSelect
          label={t('profile.label-zone')}
          value={values.timeZone}
          options={[
            ...(start.timeZone === '' ? [{ value: '', words: t('profile.choose-zone') }] : []),
            ...zones.map((zone) => ({ value: zone, words: zoneWords(zone, format) })),
          ]}
          onChoose={(timeZone) => {
            setValues((before) => ({ ...before, timeZone }));
          }}
        />
      )}
      <Field label={t('profile.label-availability')} hint={t('profile.hint-availability')}>
        <Input
          value={values.availability}
          maxLength={500}
          onChange={(_event, { value }) => {
            setValues((before) => ({ ...before, availability: value }));
          }}
        />
      </Field>
      <FilterSelect
        label={t('profile.label-capacity')}
        value={values.capacity}
        options={[...new Set(['1', '2', '3', start.capacity])].sort().map((value) => ({ value, words: value }))}
        onChoose={(capacity) => {
          setValues((before) => ({ ...before, capacity }));
        }}
      />
      {(['teaching', 'learning'] as const)
        .filter((side) => role !== (side === 'teaching' ? 'mentee' : 'mentor'))
        .map((side) => (
          <MannerFields
            key={side}
            side={side}
            values={values}
            onChange={(change) => {
              setValues((before) => ({ ...before, ...change }));
            }}
          />
        ))}
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div className={page.buttons}>
        <Button appearance="primary" disabled={doing.busy} onClick={() => void save()}>
          {t('profile.save')}
        </Button>
        <Button onClick={onEnd}>{t('confirm.cancel')}</Button>
      </div>
    </>
  );
}

/** Weekly hours as they are read; the form keeps them as they are typed back. */
function hoursRead(typed: string, format: Formats): string {
  return typed.replace(/\d\d:\d\d/gu, (time) => format.clock(time));
}

function zoneWords(zone: string, format: Formats): string {
  return `${format.zone(zone)} (${cityOfZone(zone)})`;
}

function languageNames(codes: readonly string[], language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return codes.map((code) => names.of(code) ?? code).join(', ');
}
