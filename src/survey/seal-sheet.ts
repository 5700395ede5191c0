import { instrumentQuestions } from '../domain/instruments';
import type { Ports } from '../domain/ports';
import type { AnswerSheet, SealedSheet } from '../domain/survey';
import { ownComments, type AskedRound } from '../domain/survey-pages';
import { canonicalText } from '../kernel/canonical-text';
import { CodedError } from '../kernel/coded-error';
import type { SheetOwner } from './pseudonym';

/** A sheet of one person as it is sealed: a skipped one has no answers and looks the same. */
export interface SheetContent {
  readonly surveyRound: string;
  readonly owner: SheetOwner;
  readonly state: 'begun' | 'answered' | 'skipped';
  /** Absent where it was skipped. */
  readonly sheet?: AnswerSheet;
}

/** Bytes to which every sheet of a round is filled up, so that its length tells nothing: without a comment, and what the longest one takes. */
const plainBytes = 3 * 1024;
const commentBytes = 12 * 1024;

/** Seals a sheet for one place, `label`: another time it is another text, of the same length for every sheet of the round. Throws `sheet-too-large`. */
export function sealSheet(
  { secrets }: Ports<'secrets'>,
  key: string,
  label: string,
  round: AskedRound,
  content: SheetContent,
): SealedSheet {
  const text = JSON.stringify(content);
  const comments = instrumentQuestions(round.instrument).filter(({ type }) => type === 'comment').length;
  const missing = plainBytes + (comments + ownComments(round)) * commentBytes - utf8Bytes(text);
  if (missing < 0) throw new CodedError('sheet-too-large', 'A sheet is longer than those of its round may be');
  return { sealed: secrets.seal(key, text + ' '.repeat(missing), label) };
}

/** What was sealed for that place. Throws `sheet-closed` where it was sealed for another one, under another key, or was changed. */
export function openSheet(
  { secrets }: Ports<'secrets'>,
  key: string,
  label: string,
  { sealed }: SealedSheet,
): SheetContent {
  const text = secrets.open(key, sealed, label);
  if (text === undefined) throw new CodedError('sheet-closed', 'A sheet of a survey cannot be opened');
  return JSON.parse(text) as SheetContent;
}

/** The place that a sheet is sealed for. */
export function placeOf(partition: string, pseudonym: string): string {
  return `sheet|${partition}|${pseudonym}`;
}

/** Whether both say the same of the same person. */
export function saysTheSame(one: SheetContent, other: SheetContent): boolean {
  return canonicalText(one) === canonicalText(other);
}

/** How long well-formed text is in UTF-8. */
function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}
