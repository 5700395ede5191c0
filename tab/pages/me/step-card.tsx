import { lazy, Suspense, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { Action, Verb } from '../../../src/dispatch/actions';
import type { AssistantStepDto, StepDto, StepOf } from '../../../src/own-page/step-contract';
import { ConfirmButton } from '../../components/confirm-button';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import type { TextKey } from '../../lib/translate';
import { useWords } from '../../lib/words-context';
import { CharterStep } from './charter-step';
import { ReturnStep } from './leave-programme';
import { SlotsStep } from './slots-step';
import { SurveyStep } from './survey-step';
import { useAction } from './use-action';

/** Asked once, after a pair has finished: its code comes after the page. */
const RenewalStep = lazy(() => import('./renewal-step'));
/** Asked before enrolment opens. */
const NeedsPollStep = lazy(() => import('./needs-poll-step'));

interface Props<Step> {
  readonly programmeId: string;
  readonly step: Step;
  /** The reader's IANA zone; the browser's where it is not known. */
  readonly timeZone: string | undefined;
}

/** Something that waits for the reader's answer, with the same choices as on the bot's card. */
export function StepCard({ programmeId, step, timeZone }: Props<StepDto | AssistantStepDto>): ReactNode {
  switch (step.step) {
    case 'invitation':
      return <InvitationStep programmeId={programmeId} step={step} />;
    case 'proposal':
      return <ProposalStep programmeId={programmeId} step={step} timeZone={timeZone} />;
    case 'slots':
      return <SlotsStep programmeId={programmeId} step={step} timeZone={timeZone} />;
    case 'met':
      return <MetStep programmeId={programmeId} step={step} timeZone={timeZone} />;
    case 'renewal':
      return (
        <Suspense>
          <RenewalStep programmeId={programmeId} step={step} timeZone={timeZone} />
        </Suspense>
      );
    case 'needs-poll':
      return (
        <Suspense>
          <NeedsPollStep programmeId={programmeId} step={step} />
        </Suspense>
      );
    case 'survey':
      return <SurveyStep programmeId={programmeId} step={step} timeZone={timeZone} />;
    case 'charter':
      return <CharterStep programmeId={programmeId} step={step} />;
    case 'return':
      return <ReturnStep programmeId={programmeId} step={step} />;
    case 'move':
      return null;
  }
}

function InvitationStep({ programmeId, step }: Omit<Props<StepOf<'invitation'>>, 'timeZone'>): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <Section title={t('step.invitation.title')}>
      <p className={page.text}>{t('step.invitation.what')}</p>
      <p className={page.quiet}>{t('step.invitation.who')}</p>
      <Choices
        programmeId={programmeId}
        actions={step.actions}
        labels={{ 'invitation/accept': 'step.invitation.accept', 'invitation/not-now': 'step.invitation.not-now' }}
      />
    </Section>
  );
}

function MetStep({ programmeId, step, timeZone }: Props<StepOf<'met'>>): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  return (
    <Section title={t('step.met.title')}>
      <p className={page.text}>
        {t('step.met.what', { name: step.partnerName, when: format.moment(step.start, timeZone) })}
      </p>
      <Choices
        programmeId={programmeId}
        actions={step.actions}
        labels={{ 'session/met': 'step.met.yes', 'session/not-met': 'step.met.no' }}
      />
    </Section>
  );
}

function ProposalStep({ programmeId, step, timeZone }: Props<StepOf<'proposal'>>): ReactNode {
  const page = usePageStyles();
  const { t, format, language } = useWords();
  const doing = useAction(programmeId);
  const [accept, decline] = step.actions;
  return (
    <Section title={t('step.proposal.title')}>
      <p className={page.text}>
        {step.topicFamilies.length === 0
          ? t('step.proposal.what')
          : t('step.proposal.what-topics', { topics: step.topicFamilies.map((family) => family[language]).join(', ') })}
      </p>
      <p className={page.quiet}>
        {t('step.proposal.who')} {t('step.reply-by', { when: format.date(step.replyBy, timeZone) })}
      </p>
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div className={page.buttons}>
        <Button appearance="primary" disabled={doing.busy} onClick={() => void doing.send(accept, 'step.done')}>
          {t('step.proposal.accept')}
        </Button>
        <ConfirmButton
          label={t('step.proposal.decline')}
          title={t('step.proposal.decline-title')}
          confirm={t('step.proposal.decline')}
          disabled={doing.busy}
          onConfirm={() => void doing.send(decline, 'step.done')}
        >
          <p>{t('step.proposal.decline-who')}</p>
        </ConfirmButton>
      </div>
    </Section>
  );
}

interface ChoicesProps<V extends Verb> {
  readonly programmeId: string;
  readonly actions: readonly Extract<Action, { readonly verb: V }>[];
  readonly labels: Readonly<Record<V, TextKey>>;
}

/** The step's actions as buttons, the first as the main one. */
function Choices<V extends Verb>({ programmeId, actions, labels }: ChoicesProps<V>): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const doing = useAction(programmeId);
  return (
    <>
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div className={page.buttons}>
        {actions.map((action, index) => (
          <Button
            key={action.verb}
            appearance={index === 0 ? 'primary' : 'secondary'}
            disabled={doing.busy}
            onClick={() => void doing.send(action, 'step.done')}
          >
            {t(labels[action.verb])}
          </Button>
        ))}
      </div>
    </>
  );
}
