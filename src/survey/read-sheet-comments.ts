import type { AnswerSheet } from '../domain/survey';
import { commentId } from '../domain/survey-pages';
import type { SheetContent } from './seal-sheet';

/** What a sheet says in words, by question: the product's under `comment`, one of HR's own under its id. */
export function commentsOf(sheet: AnswerSheet | undefined): Readonly<Record<string, string>> {
  return { ...(sheet?.comment === undefined ? {} : { [commentId]: sheet.comment }), ...sheet?.comments };
}

/** The same answers without those in words to these questions. */
export function withoutComments(content: SheetContent, questions: readonly string[]): SheetContent {
  if (content.sheet === undefined) return content;
  const { comment, comments = {}, ...sheet } = content.sheet;
  const left = Object.entries(comments).filter(([id]) => !questions.includes(id));
  return {
    ...content,
    sheet: {
      ...sheet,
      ...(comment === undefined || questions.includes(commentId) ? {} : { comment }),
      ...(left.length === 0 ? {} : { comments: Object.fromEntries(left) }),
    },
  };
}
