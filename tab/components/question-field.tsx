import type { ReactNode } from 'react';
import { Checkbox, Field, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import type { StepOf } from '../../src/own-page/step-contract';
import { useWords } from '../lib/words-context';

interface Props {
  readonly question: StepOf<'survey'>['questions'][number];
  /** Of several choices, their ids with commas between. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A question of a survey, the product's or HR's, as a participant answers it. */
export function QuestionField({ question, value, onChange }: Props): ReactNode {
  const { survey, language } = useWords();
  const own = question.type === 'own' ? question : undefined;
  const kind = own?.kind ?? question.type;
  const label = own?.words[language] ?? survey(`question.${question.id}`);
  const ends = own?.ends;
  const choose = (_event: unknown, data: { readonly value: string }): void => {
    onChange(data.value);
  };
  const numbers = (from: number, to: number, wordsOf: (at: number) => string) =>
    Array.from({ length: to - from + 1 }, (_none, at) => [String(from + at), wordsOf(from + at)] as const);
  const options =
    kind === 'zero-to-ten'
      ? numbers(0, 10, (at) =>
          at === 0 ? survey('zero-to-ten.lowest') : at === 10 ? survey('zero-to-ten.highest') : String(at),
        )
      : kind === 'agreement'
        ? numbers(1, 5, (at) => survey(`agreement.${at}`))
        : ends !== undefined
          ? numbers(1, 5, (at) =>
              [at, ...(at === 1 ? [ends.low[language]] : at === 5 ? [ends.high[language]] : [])].join(' – '),
            )
          : question.type === 'choice'
            ? question.choices.map((choice) => [choice, survey(`choice.${choice}`)] as const)
            : (own?.choices ?? []).map((words, index) => [`c${index + 1}`, words[language]] as const);
  const chosen = value.split(',');
  return (
    <Field label={label} {...(kind === 'comment' ? { hint: survey('comment-hint') } : {})}>
      {kind === 'comment' ? (
        <Textarea value={value} maxLength={4000} onChange={choose} />
      ) : kind === 'zero-to-ten' ? (
        <Select value={value} onChange={choose}>
          <option value="">{survey('survey.choose')}</option>
          {options.map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </Select>
      ) : kind === 'choices' ? (
        <div role="group">
          {options.map(([id, words]) => (
            <Checkbox
              key={id}
              label={words}
              checked={chosen.includes(id)}
              onChange={(_event, { checked }) => {
                const now = options.filter(([other]) => (other === id ? checked === true : chosen.includes(other)));
                onChange(now.map(([other]) => other).join(','));
              }}
            />
          ))}
        </div>
      ) : (
        <RadioGroup value={value} onChange={choose}>
          {options.map(([id, words]) => (
            <Radio key={id} value={id} label={words} />
          ))}
        </RadioGroup>
      )}
    </Field>
  );
}
