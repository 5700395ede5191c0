import type { Language } from '../language/languages';
import type { RoundComments } from './comments-contract';
import { roundName, type FigureColumn } from './describe-figure';
import { insightText } from './text/insight-text';

/** What a comment has in a column of a file of figures: its round, that it is one, and its words where an answer stands. */
export function commentCell(
  about: Pick<RoundComments, 'round' | 'instrument'>,
  text: string,
  column: FigureColumn,
  language: Language,
): string | undefined {
  switch (column) {
    case 'round':
      return roundName(about, language);
    case 'kind':
      return insightText(language, 'kind.comment');
    case 'answer':
      return text;
    default:
      return undefined;
  }
}
