import { ownLimits, type OwnKind, type OwnQuestion } from '../../../src/domain/own-questions';
import type { QuestionsAnswer } from '../../../src/questions/api-contract';

/** What an editor has before them: the questions in their order, and the thresholds. */
export interface QuestionDraft {
  readonly questions: readonly OwnQuestion[];
  readonly thresholds: QuestionsAnswer['thresholds'];
}

/** What somebody has typed and not saved, with what was stored when they began. */
export interface OpenDraft {
  readonly typed: QuestionDraft;
  readonly base: QuestionDraft;
}

/** Kept while the tab is open, by programme: whoever looks at another page and comes back goes on where they were. */
const openDrafts = new Map<string, OpenDraft>();

/** The draft of a programme that is not saved yet. */
export function draftOf(programmeId: string): OpenDraft | undefined {
  return openDrafts.get(programmeId);
}

/** Keeps it, or forgets it where there is nothing to save. */
export function keepDraft(programmeId: string, draft: OpenDraft | undefined): void {
  if (draft === undefined) openDrafts.delete(programmeId);
  else openDrafts.set(programmeId, draft);
}

/** What is stored, as it is edited. */
export function storedDraft({ questions, thresholds }: QuestionsAnswer): QuestionDraft {
  return { questions, thresholds };
}

/** Whether both say the same. */
export function areAlike(one: QuestionDraft, other: QuestionDraft): boolean {
  return (
    JSON.stringify([one.questions.map(parts), one.thresholds]) ===
    JSON.stringify([other.questions.map(parts), other.thresholds])
  );
}

function parts({ id, kind, words, ends, choices, who, surveys, place }: OwnQuestion): unknown {
  return [id, kind, words.fr, words.en, ends?.low, ends?.high, choices, who, surveys, place];
}

const empty = { fr: '', en: '' } as const;

/** A question without words, asked of everybody in the surveys given, under a name that none of the others has. */
export function newQuestion(questions: readonly OwnQuestion[], surveys: OwnQuestion['surveys']): OwnQuestion {
  const taken = new Set(questions.map(({ id }) => id));
  let number = questions.length + 1;
  while (taken.has(`own-${number}`)) number++;
  return ofKind({ id: `own-${number}`, kind: 'scale', words: empty, who: 'both', surveys, place: 'after' }, 'scale');
}

/** The question answered in another way: with what that way needs, and keeping what was typed for another one out of what is saved. */
export function ofKind({ ends, choices, ...question }: OwnQuestion, kind: OwnKind): OwnQuestion {
  if (kind === 'scale') return { ...question, kind, ends: ends ?? { low: empty, high: empty } };
  if (kind !== 'choice' && kind !== 'choices') return { ...question, kind };
  return { ...question, kind, choices: choices ?? Array.from({ length: ownLimits.fewestChoices }, () => empty) };
}

/** The list with one of its items moved by so many places. */
export function moved<T>(items: readonly T[], from: number, by: number): readonly T[] {
  const to = from + by;
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}
