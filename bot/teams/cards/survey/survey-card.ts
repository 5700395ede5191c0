import { surveyText } from '../../../../src/survey/text/survey-text';
import { defineCardOf } from '../define-card-of';
import type { Language } from '../../../../src/language/languages';
import type { Question } from '../../../../src/domain/instruments';
import { execute, homeButton } from '../card-actions';
import { defineCard } from '../card-frame';
import { escapeText, inputValue } from '../escape-text';
import { labelledInput } from '../labelled-input';

interface Choices {
  readonly id: string;
  readonly label: string;
  /** What was chosen before; empty where nothing was. */
  readonly value: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

const open = defineCard<{
  questions: readonly Choices[];
  comments: readonly { id: string; label: string; value: string }[];
  choose: string;
  hint: string;
}>([
  {
    type: 'Container',
    $data: '${questions}',
    spacing: 'Medium',
    items: [
      labelledInput('${label}', {
        type: 'Input.ChoiceSet',
        id: 'answer.${id}',
        style: 'compact',
        placeholder: '${$root.choose}',
        value: '${value}',
        choices: [{ $data: '${choices}', title: '${title}', value: '${value}' }],
      }),
    ],
  },
  {
    type: 'Container',
    $data: '${comments}',
    spacing: 'Medium',
    items: [
      labelledInput('${label}', {
        type: 'Input.Text',
        id: 'answer.${id}',
        isMultiline: true,
        maxLength: 4000,
        placeholder: '${$root.hint}',
        value: '${value}',
      }),
    ],
  },
]);

const ended = defineCard<object>([]);

/** From so many questions on somebody may want to go on later. */
const manyQuestions = 4;

/** A survey on one card: who sees the answers comes before the questions. */
export const surveyCard = defineCardOf('survey', {
  summary: ({ state }) => (state === 'open' ? 'question' : 'news'),
  draw: (view, speaker) => {
    const { reader } = speaker;
    const { say } = speaker.of(surveyText);
    const programme = escapeText(view.programmeName);
    const ids = {
      programmeId: view.programmeId,
      surveyRound: view.surveyRound,
      ...(view.pairId === undefined ? {} : { pairId: view.pairId }),
    };
    if (view.state !== 'open') {
      const next = view.isEditable
        ? say('survey.answered-until', { date: speaker.day(view.closesAt) })
        : say(`survey.${view.state}-next`);
      const edit = view.isEditable ? [execute('survey/edit', say('survey.edit'), ids)] : [];
      return ended(
        { programme, title: say(`survey.${view.state}-title`), lines: [say(`survey.${view.state}-what`), next] },
        {},
        [...edit, homeButton(speaker)],
      );
    }
    const { language } = reader;
    const given = view.given ?? {};
    const title = say('survey.title', {
      reminder: view.reminder ? 'yes' : 'no',
      instrument: view.instrument,
      number: view.number ?? '',
    });
    return open(
      {
        programme,
        title,
        lines: [
          view.given === undefined || view.isEditable
            ? say('survey.what', { count: view.questions.length })
            : say('survey.kept'),
          say('survey.who'),
          say('survey.ask', { date: speaker.day(view.closesAt) }),
        ],
      },
      {
        questions: view.questions.flatMap((question) =>
          question.type === 'comment'
            ? []
            : [
                {
                  id: question.id,
                  label: questionText(question, language),
                  value: given[question.id] ?? '',
                  choices: choicesOf(question, language),
                },
              ],
        ),
        comments: view.questions.flatMap((question) =>
          question.type === 'comment'
            ? [
                {
                  id: question.id,
                  label: questionText(question, language),
                  value: inputValue(given[question.id] ?? ''),
                },
              ]
            : [],
        ),
        choose: say('survey.choose'),
        hint: surveyText(language, 'comment-hint'),
      },
      [
        execute('survey/answer', say(view.isEditable ? 'survey.send-again' : 'survey.send'), ids, {
          primary: true,
          inputs: true,
        }),
        ...(view.isBegun ? [execute('survey/edit', say('survey.resume'), ids)] : []),
        ...(view.isEditable || view.questions.length < manyQuestions
          ? []
          : [execute('survey/save', say('survey.save'), ids, { inputs: true })]),
        ...(view.isEditable ? [] : [execute('survey/skip', say('survey.skip'), ids)]),
      ],
    );
  },
});

function questionText(question: Question, language: Language): string {
  return surveyText(language, `question.${question.id}`);
}

function choicesOf(question: Exclude<Question, { type: 'comment' }>, language: Language): Choices['choices'] {
  const choice = (value: string, title: string) => ({ value, title });
  switch (question.type) {
    case 'agreement':
      return (['1', '2', '3', '4', '5'] as const).map((value) =>
        choice(value, surveyText(language, `agreement.${value}`)),
      );
    case 'zero-to-ten':
      return Array.from({ length: 11 }, (_, step) => choice(String(step), zeroToTen(step, language)));
    case 'choice':
      return question.choices.map((value) => choice(value, surveyText(language, `choice.${question.id}.${value}`)));
  }
}

function zeroToTen(step: number, language: Language): string {
  if (step === 0) return surveyText(language, 'zero-to-ten.lowest');
  return step === 10 ? surveyText(language, 'zero-to-ten.highest') : String(step);
}
