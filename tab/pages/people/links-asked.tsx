import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { PersonDto } from '../../../src/enrolment/api-contract';
import { doneSchema } from '../../../src/hr-page/programme-api-contract';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { ConfirmButton } from '../../components/confirm-button';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';

type Asked = NonNullable<PersonDto['linkAsked']>;

/** Links by hand that wait for a yes, another administrator’s or the account’s; nothing where none does. */
export function LinksAsked({
  people,
  programmeId,
}: {
  readonly people: readonly PersonDto[];
  readonly programmeId: string;
}): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const waiting = people.flatMap((person) =>
    person.linkAsked === undefined ? [] : [{ person, asked: person.linkAsked }],
  );
  if (waiting.length === 0) return null;
  return (
    <Section title={t('links.title', { count: waiting.length })}>
      {waiting.map(({ person, asked }) => (
        <LinkAsked key={person.id} programmeId={programmeId} person={person} asked={asked} />
      ))}
      {waiting.some(({ asked }) => asked.byYou) && <p className={page.quiet}>{t('links.alone')}</p>}
    </Section>
  );
}

function LinkAsked({
  programmeId,
  person,
  asked,
}: {
  readonly programmeId: string;
  readonly person: PersonDto;
  readonly asked: Asked;
}): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const command = useCommand(`/programmes/${programmeId}/people`);
  const { name, email } = person;
  const { directoryId, byYou, saidYesAs } = asked;
  const path = `/programmes/${programmeId}/people/${encodeURIComponent(person.id)}/link`;

  async function confirm(): Promise<void> {
    const done = await command.run({ path: `${path}/confirm`, schema: doneSchema, body: { directoryId } });
    if (done !== undefined) announce(t('link.done', { name }));
  }

  async function withdraw(): Promise<void> {
    const done = await command.run({ path: `${path}/withdraw`, schema: doneSchema });
    if (done !== undefined) announce(t('links.withdrawn', { name }));
  }

  return (
    <div className={page.stack}>
      {command.problem !== undefined && <ProblemNotice problem={command.problem} />}
      <span>{email === undefined ? name : `${name}, ${email}`}</span>
      <span className={page.small}>{t('links.account', { id: directoryId })}</span>
      {saidYesAs !== undefined && <span className={page.small}>{t('links.said-yes', { name: saidYesAs })}</span>}
      <span className={page.small}>{t(byYou ? 'links.yours' : 'links.theirs')}</span>
      <div className={page.bar}>
        {!byYou && (
          <ConfirmButton
            label={t('links.confirm')}
            about={name}
            title={t('links.confirm-title', { name })}
            confirm={t('links.confirm')}
            disabled={command.busy}
            onConfirm={() => void confirm()}
          >
            <p>{t('links.account', { id: directoryId })}</p>
            <p>{t('links.confirm-what')}</p>
          </ConfirmButton>
        )}
        <Button
          size="small"
          disabled={command.busy}
          aria-label={`${t(byYou ? 'links.take-back' : 'links.refuse')}${t('confirm.about', { name })}`}
          onClick={() => void withdraw()}
        >
          {t(byYou ? 'links.take-back' : 'links.refuse')}
        </Button>
      </div>
    </div>
  );
}
