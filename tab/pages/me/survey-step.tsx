import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { StepOf } from '../../../src/own-page/step-contract';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { QuestionField } from '../../components/question-field';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { useAction } from './use-action';

interface Props {
  readonly programmeId: string;
  readonly step: StepOf<'survey'>;
  readonly timeZone: string | undefined;
}

/** From so many questions on somebody may want to go on later. */
const manyQuestions = 4;

/** The questions of a survey; every answer may be left out, and the whole may be skipped. What was sent is shown as such, and opened again to change it. */
export function SurveyStep({ programmeId, step, timeZone }: Props): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const [editing, setEditing] = useState(false);
  const { scores, comments } = step.fewest;
  const replyBy = format.date(step.replyBy, timeZone);
  const title = t('step.survey.title', { instrument: step.instrument, count: step.questions.length });
  if (step.state === 'answered' && !editing)
    return (
      <Section title={title}>
        <p className={page.quiet}>{t('step.survey.answered', { when: replyBy })}</p>
        <div className={page.buttons}>
          <Button
            onClick={() => {
              setEditing(true);
            }}
          >
            {t('step.survey.edit')}
          </Button>
        </div>
      </Section>
    );
  return (
    <Section title={title}>
      <p className={page.quiet}>
        {t('step.survey.who', { comment: comments === undefined ? 'no' : 'yes', scores, comments: comments ?? 0 })}{' '}
        {t('step.reply-by', { when: replyBy })}
      </p>
      <SurveyForm
        programmeId={programmeId}
        step={step}
        onSent={() => {
          setEditing(false);
        }}
      />
    </Section>
  );
}

interface FormProps extends Pick<Props, 'programmeId' | 'step'> {
  readonly onSent: () => void;
}

function SurveyForm({ programmeId, step, onSent }: FormProps): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const doing = useAction(programmeId);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(step.given);
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value.trim() !== ''));
  const nothing = Object.keys(given).length === 0;
  const answer = actionOf(step, 'survey/answer');
  const save = step.questions.length < manyQuestions ? undefined : actionOf(step, 'survey/save');
  const skip = actionOf(step, 'survey/skip');
  async function sendAnswers(action: NonNullable<typeof answer>): Promise<void> {
    if (await doing.send({ ...action, answers: given }, 'step.survey.done')) onSent();
  }
  return (
    <>
      {step.questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          value={answers[question.id] ?? ''}
          onChange={(value) => {
            setAnswers((before) => ({ ...before, [question.id]: value }));
          }}
        />
      ))}
      {step.state === 'begun' && <p className={page.quiet}>{t('step.survey.kept')}</p>}
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      {doing.warning.length > 0 && (
        <p role="alert" className={page.text}>
          {[...doing.warning, 'next' as const].map((what) => t(`step.survey.warning-${what}`)).join(' ')}
        </p>
      )}
      <div className={page.buttons}>
        {answer !== undefined && doing.warning.length > 0 && (
          <Button disabled={doing.busy || nothing} onClick={() => void sendAnswers({ ...answer, asIs: 1 })}>
            {t('step.survey.send-as-is')}
          </Button>
        )}
        {answer !== undefined && (
          <Button appearance="primary" disabled={doing.busy || nothing} onClick={() => void sendAnswers(answer)}>
            {t(step.state === 'answered' ? 'step.survey.send-again' : 'step.survey.send')}
          </Button>
        )}
        {save !== undefined && (
          <Button
            disabled={doing.busy || nothing}
            onClick={() => void doing.send({ ...save, answers: given }, 'step.survey.kept')}
          >
            {t('step.survey.save')}
          </Button>
        )}
        {skip !== undefined && (
          <Button disabled={doing.busy} onClick={() => void doing.send(skip, 'step.done')}>
            {t('step.survey.skip')}
          </Button>
        )}
      </div>
    </>
  );
}

type Act = StepOf<'survey'>['actions'][number];

/** The action that is offered under this verb, if it is. */
function actionOf<V extends Act['verb']>(
  { actions }: StepOf<'survey'>,
  verb: V,
): Extract<Act, { readonly verb: V }> | undefined {
  return actions.find((action): action is Extract<Act, { readonly verb: V }> => action.verb === verb);
}
