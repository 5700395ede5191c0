import type { Language } from '../language/languages';
import type { CommentBlock } from './comments-contract';
import { roundName, type FigureColumn } from './describe-figure';
import { insightText } from './text/insight-text';

/** What a comment has in a column of a file of figures: its round, that it is one, the question where HR wrote it, and its words where an answer stands. */
export function commentCell(
  about: Pick<CommentBlock, 'round' | 'instrument' | 'question'>,
  text: string,
  column: FigureColumn,
  language: Language,
): string | undefined {
  switch (column) {
    case 'round':
      return roundName(about, language);
    case 'measure':
      return about.question?.words[language];
    case 'kind':
      return insightText(language, 'kind.comment');
    case 'answer':
      return text;
    default:
      return undefined;
  }
}
