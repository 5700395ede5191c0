import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { MyPage } from '../../../src/own-page/api-contract';
import type { AssistantStepOf } from '../../../src/own-page/step-contract';
import { DataTable, type Column } from '../../components/data-table';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';
import { StepCard } from './step-card';
import { useAction } from './use-action';

type Assisted = MyPage['assisting'][number];

/** What an assistant sees: when, and nothing about whom or what. */
export default function AssistedSessions({
  programmeId,
  assisted,
  timeZone,
}: {
  readonly programmeId: string;
  readonly assisted: Assisted;
  readonly timeZone: string;
}): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const columns: readonly Column<Assisted['sessions'][number]>[] = [
    { key: 'number', title: t('me.session'), cell: (session) => format.number(session.number) },
    {
      key: 'when',
      title: t('me.when'),
      cell: (session) =>
        session.start === undefined
          ? '–'
          : session.end === undefined
            ? format.moment(session.start)
            : format.span(session.start, session.end),
    },
    { key: 'state', title: t('me.state'), cell: (session) => t(`steps.${session.state}`) },
  ];
  return (
    <>
      {assisted.steps.map((step) => (
        <StepCard key={`${step.pairId} ${step.number}`} programmeId={programmeId} step={step} timeZone={timeZone} />
      ))}
      <Section title={t('assistant.title', { name: assisted.menteeName })}>
        <p className={page.quiet}>{t('assistant.what')}</p>
        {assisted.sessions.length > 0 ? (
          <DataTable
            caption={t('assistant.title', { name: assisted.menteeName })}
            columns={columns}
            rows={assisted.sessions}
            rowKey={(session) => String(session.number)}
          />
        ) : (
          <p className={page.text}>{t('assistant.empty')}</p>
        )}
        {assisted.steps
          .filter((step) => step.step === 'move')
          .map((step) => (
            <MoveSession key={`${step.pairId} ${step.number}`} programmeId={programmeId} step={step} />
          ))}
      </Section>
    </>
  );
}

function MoveSession({
  programmeId,
  step,
}: {
  readonly programmeId: string;
  readonly step: AssistantStepOf<'move'>;
}): ReactNode {
  const { t } = useWords();
  const doing = useAction(programmeId);
  const [action] = step.actions;
  return (
    <>
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div>
        <Button disabled={doing.busy} onClick={() => void doing.send(action, 'me.moved')}>
          {t('assistant.move', { number: step.number })}
        </Button>
      </div>
    </>
  );
}
