import { useState, type ReactNode } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { linkRequestSchema, type PersonDto } from '../../../src/enrolment/api-contract';
import { doneSchema } from '../../../src/hr-page/programme-api-contract';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { ConfirmButton } from '../../components/confirm-button';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';

/** Asks that a person of the file be tied to their account by hand, where the team roster did not tell. */
export function LinkPerson({
  programmeId,
  person,
}: {
  readonly programmeId: string;
  readonly person: PersonDto;
}): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const link = useCommand(`/programmes/${programmeId}/people`);
  const [directoryId, setDirectoryId] = useState('');
  const valid = linkRequestSchema.safeParse({ directoryId: directoryId.trim() }).success;

  async function send(): Promise<void> {
    const done = await link.run({
      path: `/programmes/${programmeId}/people/${encodeURIComponent(person.id)}/link`,
      schema: doneSchema,
      body: { directoryId: directoryId.trim() },
    });
    if (done !== undefined) announce(t('link.asked', { name: person.name }));
  }

  return (
    <div className={page.stack}>
      {link.problem !== undefined && <ProblemNotice problem={link.problem} />}
      <div>
        <ConfirmButton
          label={t('link.button')}
          title={t('link.title', { name: person.name })}
          confirm={t('link.confirm')}
          confirmDisabled={!valid}
          disabled={link.busy}
          onConfirm={() => void send()}
        >
          <p>{t('link.second')}</p>
          <Field
            label={t('link.id')}
            hint={t('link.hint')}
            {...(directoryId !== '' && !valid ? { validationMessage: t('link.invalid') } : {})}
          >
            <Input
              value={directoryId}
              onChange={(_event, { value }) => {
                setDirectoryId(value);
              }}
            />
          </Field>
        </ConfirmButton>
      </div>
    </div>
  );
}
