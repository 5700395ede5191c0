import type { ReactNode } from 'react';
import { Button, Checkbox, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { ownKinds, ownLimits, type OwnQuestion, type OwnSurvey } from '../../../src/domain/own-questions';
import { LabelledSelect } from '../../components/labelled-select';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';
import { ofKind } from './question-draft';

interface Props {
  readonly question: OwnQuestion;
  readonly surveys: readonly OwnSurvey[];
  readonly faultAt: (path: string) => string | undefined;
  readonly onChange: (question: OwnQuestion) => void;
}

type Words = OwnQuestion['words'];

const languages = ['fr', 'en'] as const;

const useStyles = makeStyles({
  // One line that grows with its words, so that a phone shows them whole.
  line: { '& textarea': { minHeight: '32px', maxHeight: 'none', fieldSizing: 'content' } },
});

/** Everything of one question, in both languages side by side. */
export function QuestionEditor({ question, surveys, faultAt, onChange }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const { kind, words, ends, choices = [], who, place } = question;
  const edit = (next: Partial<OwnQuestion>): void => {
    onChange({ ...question, ...next });
  };
  return (
    <div className={page.stack}>
      <WordFields
        name={t('questions.words')}
        words={words}
        isLong
        most={ownLimits.words}
        faultAt={(language) => faultAt(`words.${language}`)}
        onChange={(next) => {
          edit({ words: next });
        }}
      />
      <div className={page.bar}>
        <div className={page.field}>
          <LabelledSelect
            label={t('questions.kind')}
            value={kind}
            onChoose={(value) => {
              onChange(ofKind(question, ownKinds.find((one) => one === value) ?? kind));
            }}
          >
            {ownKinds.map((one) => (
              <option key={one} value={one}>
                {t(`questions.kind.${one}`)}
              </option>
            ))}
          </LabelledSelect>
        </div>
        <div className={page.field}>
          <LabelledSelect
            label={t('questions.who')}
            value={who}
            onChoose={(value) => {
              edit({ who: value === 'mentor' || value === 'mentee' ? value : 'both' });
            }}
          >
            {(['both', 'mentor', 'mentee'] as const).map((one) => (
              <option key={one} value={one}>
                {t(`questions.who.${one}`)}
              </option>
            ))}
          </LabelledSelect>
        </div>
        <div className={page.field}>
          <LabelledSelect
            label={t('questions.place')}
            value={place}
            onChoose={(value) => {
              edit({ place: value === 'before' ? 'before' : 'after' });
            }}
          >
            {(['before', 'after'] as const).map((one) => (
              <option key={one} value={one}>
                {t(`questions.place.${one}`)}
              </option>
            ))}
          </LabelledSelect>
        </div>
      </div>
      <Field label={t('questions.surveys')} {...messageOf(faultAt('surveys'))}>
        <div role="group">
          {surveys.map((survey) => (
            <Checkbox
              key={survey}
              label={t(`questions.survey.${survey}`)}
              checked={question.surveys.includes(survey)}
              onChange={(_event, { checked }) => {
                edit({
                  surveys: surveys.filter((one) =>
                    one === survey ? checked === true : question.surveys.includes(one),
                  ),
                });
              }}
            />
          ))}
        </div>
      </Field>
      {ends !== undefined &&
        (['low', 'high'] as const).map((end) => (
          <WordFields
            key={end}
            name={t(`questions.end.${end}`)}
            words={ends[end]}
            most={ownLimits.end}
            faultAt={(language) => faultAt(`ends.${end}.${language}`)}
            onChange={(next) => {
              edit({ ends: { ...ends, [end]: next } });
            }}
          />
        ))}
      {choices.map((choice, index) => (
        <WordFields
          key={index}
          name={t('questions.choice', { number: index + 1 })}
          words={choice}
          most={ownLimits.choice}
          faultAt={(language) => faultAt(`choices.${index}.${language}`)}
          onChange={(next) => {
            edit({ choices: choices.with(index, next) });
          }}
        >
          <Button
            disabled={choices.length <= ownLimits.fewestChoices}
            aria-label={`${t('questions.remove')}${t('confirm.about', { name: t('questions.choice', { number: index + 1 }) })}`}
            onClick={() => {
              edit({ choices: choices.toSpliced(index, 1) });
            }}
          >
            {t('questions.remove')}
          </Button>
        </WordFields>
      ))}
      {question.choices !== undefined && (
        <div>
          <Button
            disabled={choices.length >= ownLimits.mostChoices}
            onClick={() => {
              edit({ choices: [...choices, { fr: '', en: '' }] });
            }}
          >
            {t('questions.add-choice')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface WordProps {
  readonly name: string;
  readonly words: Words;
  readonly most: number;
  readonly isLong?: boolean;
  readonly faultAt: (language: keyof Words) => string | undefined;
  readonly onChange: (words: Words) => void;
  /** What stands at the end of the line. */
  readonly children?: ReactNode;
}

/** The same words in both languages. */
function WordFields({ name, words, most, isLong = false, faultAt, onChange, children }: WordProps): ReactNode {
  const page = usePageStyles();
  const styles = useStyles();
  const { t } = useWords();
  return (
    <div className={page.columns}>
      {languages.map((language) => {
        const field = {
          value: words[language],
          maxLength: most,
          lang: language,
          onChange: (_event: unknown, { value }: { readonly value: string }) => {
            onChange({ ...words, [language]: isLong ? value : value.replaceAll('\n', ' ') });
          },
        };
        return (
          <Field
            key={language}
            label={t('questions.in-language', { name, language })}
            {...messageOf(faultAt(language))}
          >
            {isLong ? <Textarea {...field} /> : <Textarea {...field} className={styles.line} rows={1} />}
          </Field>
        );
      })}
      {children !== undefined && <div>{children}</div>}
    </div>
  );
}

function messageOf(validationMessage: string | undefined): { readonly validationMessage?: string } {
  return validationMessage === undefined ? {} : { validationMessage };
}
