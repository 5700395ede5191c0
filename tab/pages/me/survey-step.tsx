import { useState, type ReactNode } from 'react';
import { Button, Field, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import type { StepOf } from '../../../src/own-page/step-contract';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { useAction } from './use-action';

type Question = StepOf<'survey'>['questions'][number];

interface Props {
  readonly programmeId: string;
  readonly step: StepOf<'survey'>;
  readonly timeZone: string | undefined;
}

/** The questions of an open survey; every answer may be left out, and the whole may be skipped. */
export function SurveyStep({ programmeId, step, timeZone }: Props): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const doing = useAction(programmeId);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [answer, skip] = step.actions;
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value.trim() !== ''));

  return (
    <Section title={t('step.survey.title', { instrument: step.instrument, count: step.questions.length })}>
      <p className={page.quiet}>
        {t('step.survey.who')} {t('step.reply-by', { when: format.date(step.replyBy, timeZone) })}
      </p>
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
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div className={page.buttons}>
        <Button
          appearance="primary"
          disabled={doing.busy || Object.keys(given).length === 0}
          onClick={() => void doing.send({ ...answer, answers: given }, 'step.survey.done')}
        >
          {t('step.survey.send')}
        </Button>
        <Button disabled={doing.busy} onClick={() => void doing.send(skip, 'step.done')}>
          {t('step.survey.skip')}
        </Button>
      </div>
    </Section>
  );
}

interface QuestionProps {
  readonly question: Question;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function QuestionField({ question, value, onChange }: QuestionProps): ReactNode {
  const { survey, t } = useWords();
  const label = survey(`question.${question.id}`);
  const choose = (_event: unknown, data: { readonly value: string }): void => {
    onChange(data.value);
  };
  switch (question.type) {
    case 'agreement':
      return (
        <Field label={label}>
          <RadioGroup value={value} onChange={choose}>
            {['1', '2', '3', '4', '5'].map((level) => (
              <Radio key={level} value={level} label={survey(`agreement.${level}`)} />
            ))}
          </RadioGroup>
        </Field>
      );
    case 'zero-to-ten':
      return (
        <Field label={label}>
          <Select value={value} onChange={choose}>
            <option value="">{t('step.survey.no-answer')}</option>
            {Array.from({ length: 11 }, (_none, level) => (
              <option key={level} value={String(level)}>
                {level === 0 ? survey('zero-to-ten.lowest') : level === 10 ? survey('zero-to-ten.highest') : level}
              </option>
            ))}
          </Select>
        </Field>
      );
    case 'choice':
      return (
        <Field label={label}>
          <RadioGroup value={value} onChange={choose}>
            {question.choices.map((choice) => (
              <Radio key={choice} value={choice} label={survey(`choice.${choice}`)} />
            ))}
          </RadioGroup>
        </Field>
      );
    case 'comment':
      return (
        <Field label={label} hint={survey('comment-hint')}>
          <Textarea value={value} maxLength={4000} onChange={choose} />
        </Field>
      );
  }
}
