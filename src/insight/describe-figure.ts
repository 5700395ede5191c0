import { choiceIds } from '../domain/own-questions';
import type { Language } from '../language/languages';
import { surveyText } from '../survey/text/survey-text';
import type { FigureLine } from './list-figures';
import type { OwnFigureLine } from './list-own-figures';
import { insightText } from './text/insight-text';

/** What stands in the columns of a file of figures, in the order in which a file has them. */
export const figureColumns = [
  'round',
  'kind',
  'measure',
  'role',
  'cut',
  'answer',
  'n',
  'waiting',
  'missing',
  'value',
  'low',
  'high',
  'method',
  'before',
  'after',
  'lowest',
  'highest',
  'g',
  'g-low',
  'g-high',
  'rose',
  'fell',
  'probability',
] as const;
export type FigureColumn = (typeof figureColumns)[number];

/** The head of a column in the reader's language. */
export function columnName(column: FigureColumn, language: Language): string {
  return insightText(language, `column.${column}`);
}

/** What a figure has in a column: words in the reader's language, a number as it was frozen, or nothing where the figure has none. */
export function figureCell(
  line: FigureLine | OwnFigureLine,
  column: FigureColumn,
  language: Language,
): string | number | undefined {
  switch (column) {
    case 'round':
      return roundName(line, language);
    case 'kind':
      return insightText(
        language,
        'own' in line && line.kind === 'promoters' ? 'kind.own-promoters' : `kind.${line.kind}`,
      );
    case 'measure':
      return 'own' in line ? line.own.words[language] : insightText(language, `measure.${line.measure}`);
    case 'role':
      return insightText(language, `side.${line.side}`);
    case 'cut':
      return line.cut;
    case 'answer':
      return line.answer === undefined ? undefined : answerName(line, line.answer, language);
    case 'method':
      return line.method === undefined ? undefined : insightText(language, `method.${line.method}`);
    case 'g-low':
      return line.gLow;
    case 'g-high':
      return line.gHigh;
    default:
      return line[column];
  }
}

/** The name of a survey round, e.g. `After session 3`; the pulse's number is in its id. */
export function roundName({ round, instrument }: Pick<FigureLine, 'round' | 'instrument'>, language: Language): string {
  return insightText(language, 'round.name', { instrument, number: Number(/-(\d+)$/u.exec(round)?.[1] ?? 0) });
}

function answerName(line: FigureLine | OwnFigureLine, answer: string, language: Language): string {
  const choice = 'own' in line ? line.own.choices?.[choiceIds(line.own).indexOf(answer)] : undefined;
  if (choice !== undefined) return choice[language];
  if (insightText.has(answer)) return insightText(language, answer);
  return surveyText.has(answer) ? surveyText(language, answer) : answer;
}
