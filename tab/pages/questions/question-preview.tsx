import { useState, type ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { OwnQuestion, OwnSurvey } from '../../../src/domain/own-questions';
import { ownInstrumentOf, surveyPages } from '../../../src/domain/survey-pages';
import { showQuestion } from '../../../src/own-page/show-question';
import { LabelledSelect } from '../../components/labelled-select';
import { usePageStyles } from '../../components/page-styles';
import { QuestionField } from '../../components/question-field';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly questions: readonly OwnQuestion[];
  readonly surveys: readonly OwnSurvey[];
}

/** A survey as somebody of a role is asked it: the same fields as on their own page, in the pages that the chat has. What is chosen here goes nowhere. */
export function QuestionPreview({ questions, surveys }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  const [survey, setSurvey] = useState<OwnSurvey>();
  const [side, setSide] = useState<'mentor' | 'mentee'>('mentor');
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const shown = survey ?? surveys[0] ?? 'baseline';
  const pages = surveyPages({ instrument: shown, own: ownInstrumentOf({ questions }, shown) }, side);
  return (
    <Section title={t('questions.preview')}>
      <p className={page.quiet}>{t('questions.preview-what')}</p>
      <div className={page.bar}>
        <div className={page.field}>
          <LabelledSelect
            label={t('questions.preview-survey')}
            value={shown}
            onChoose={(value) => {
              setSurvey(surveys.find((one) => one === value));
            }}
          >
            {surveys.map((one) => (
              <option key={one} value={one}>
                {t(`questions.survey.${one}`)}
              </option>
            ))}
          </LabelledSelect>
        </div>
        <div className={page.field}>
          <LabelledSelect
            label={t('questions.preview-who')}
            value={side}
            onChoose={(value) => {
              setSide(value === 'mentee' ? 'mentee' : 'mentor');
            }}
          >
            {(['mentor', 'mentee'] as const).map((one) => (
              <option key={one} value={one}>
                {t(`questions.who.${one}`)}
              </option>
            ))}
          </LabelledSelect>
        </div>
      </div>
      {pages.map((asked, index) => (
        <div key={index} className={styles.page}>
          <h4 className={styles.title}>{t('questions.preview-page', { page: index + 1, pages: pages.length })}</h4>
          {asked.map((question) => (
            <QuestionField
              key={question.id}
              question={showQuestion(question)}
              value={answers[question.id] ?? ''}
              onChange={(value) => {
                setAnswers((before) => ({ ...before, [question.id]: value }));
              }}
            />
          ))}
        </div>
      ))}
    </Section>
  );
}
