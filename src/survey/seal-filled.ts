import type { Ports } from '../domain/ports';
import type { SealedSheet } from '../domain/survey';
import { CodedError } from '../kernel/coded-error';

/** Bytes to which everything is filled up that holds a comment, or could: room for the longest sheet with the longest one. */
export const withCommentBytes = 15 * 1024;

/** Seals a text for one place, `label`, filled up to so many bytes, so that its length tells nothing. Throws `sheet-too-large`. */
export function sealFilled(
  { secrets }: Ports<'secrets'>,
  key: string,
  label: string,
  text: string,
  bytes: number,
): SealedSheet {
  const missing = bytes - utf8Bytes(text);
  if (missing < 0) throw new CodedError('sheet-too-large', 'A sheet is longer than those of its kind may be');
  return { sealed: secrets.seal(key, text + ' '.repeat(missing), label) };
}

/** What was sealed for that place. Throws `sheet-closed` where it was sealed for another one, under another key, or was changed. */
export function openFilled({ secrets }: Ports<'secrets'>, key: string, label: string, { sealed }: SealedSheet): string {
  const text = secrets.open(key, sealed, label);
  if (text === undefined) throw new CodedError('sheet-closed', 'A sheet of a survey cannot be opened');
  return text;
}

/** How long well-formed text is in UTF-8. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}
