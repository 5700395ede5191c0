import { asksForComment } from '../domain/instruments';
import type { Ports } from '../domain/ports';
import type { AnswerSheet, SealedSheet } from '../domain/survey';
import { ownComments, type AskedRound } from '../domain/survey-pages';
import { canonicalText } from '../kernel/canonical-text';
import type { SheetOwner } from './pseudonym';
import { openFilled, sealFilled, withCommentBytes } from './seal-filled';

/** A sheet of one person as it is sealed: a skipped one has no answers and looks the same. */
export interface SheetContent {
  readonly surveyRound: string;
  readonly owner: SheetOwner;
  readonly state: 'begun' | 'answered' | 'skipped';
  /** Absent where it was skipped. */
  readonly sheet?: AnswerSheet;
}

/** Bytes to which a sheet of a round without a comment is filled up, and what the longest answer in words takes. */
const plainBytes = 3 * 1024;
const commentBytes = 12 * 1024;

/** Seals a sheet for one place, `label`: another time it is another text, of the same length for every sheet of the round. Throws `sheet-too-large`. */
export function sealSheet(
  ports: Ports<'secrets'>,
  key: string,
  label: string,
  round: AskedRound,
  content: SheetContent,
): SealedSheet {
  const bytes = (asksForComment(round.instrument) ? withCommentBytes : plainBytes) + ownComments(round) * commentBytes;
  return sealFilled(ports, key, label, JSON.stringify(content), bytes);
}

/** What was sealed for that place. Throws `sheet-closed` where it was sealed for another one, under another key, or was changed. */
export function openSheet(ports: Ports<'secrets'>, key: string, label: string, sheet: SealedSheet): SheetContent {
  return JSON.parse(openFilled(ports, key, label, sheet)) as SheetContent;
}

/** The place that a sheet is sealed for. */
export function placeOf(partition: string, pseudonym: string): string {
  return `sheet|${partition}|${pseudonym}`;
}

/** Whether both say the same of the same person. */
export function saysTheSame(one: SheetContent, other: SheetContent): boolean {
  return canonicalText(one) === canonicalText(other);
}
