import { mendLetters } from './mend-letters';
import type { LettersNoticed } from '../../src/people-file/people-table';
import { rateLetters } from './rate-letters';

export interface DecodedText {
  readonly text: string;
  /** What was noticed of its letters. */
  readonly letters: readonly LettersNoticed[];
}

/** Ways in which bytes stand for letters before UTF-8, of the countries we know. */
const legacy = [
  'windows-1252',
  'macintosh',
  'cp850',
  'shift_jis',
  'euc-jp',
  'windows-1250',
  'windows-1254',
  'windows-1251',
  'windows-1253',
] as const;
type LegacyLetters = (typeof legacy)[number];

/**
 * The text of a file that is one: UTF-16 by its mark or by its zeros, UTF-8 with or without a mark, else the older letters that make the most likely words. Bytes of two
 * kinds in one file are each read by their own; letters that were turned into UTF-8 twice are turned back; a byte that nothing explains
 * becomes U+FFFD, so that its row can be refused. Undefined where the characters are not those of a text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const { text: once, letters } = decode(bytes);
  const text = mendLetters(once);
  const noticed = text === once ? letters : [...letters, 'letters-mended' as const];
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u.test(text) || /^\s*(?:%PDF|<)/u.test(text)
    ? undefined
    : { text, letters: noticed };
}

function decode(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Of(bytes);
  const whole = inUtf(utf16 ?? 'utf-8', bytes);
  if (whole !== undefined) return { text: whole, letters: [] };
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), letters: [] };
  const pieces = splitUtf8(bytes);
  const runs = pieces.filter(({ piece }) => piece.some((byte) => byte >= 0x80));
  const others = likeliest(Buffer.concat(runs.filter(({ isUtf8 }) => !isUtf8).map(({ piece }) => piece)));
  const inUtf8 = runs.filter(({ isUtf8 }) => isUtf8).length;
  // Bytes of an older kind look like UTF-8 by chance now and then.
  const isMixed =
    inUtf8 > 0 && inUtf8 >= leastUtf8 * runs.length && !(/jis|jp/u.test(others.letters) && others.rate > 0);
  if (!isMixed) {
    const { letters, isSure } = likeliest(bytes);
    return { text: settled(inLegacy(letters, bytes)), letters: isSure ? [] : ['letters-guessed'] };
  }
  const text = pieces.map(({ piece, isUtf8 }) =>
    isUtf8 ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(piece) : settled(inLegacy(others.letters, piece)),
  );
  return { text: text.join('').replace(/^\ufeff/u, ''), letters: ['letters-mixed'] };
}

function inUtf(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Which UTF-16 the bytes are; without a mark, a text has a zero beside every separator, line end and plain letter, all on one side. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  bytes.subarray(0, 65_536).forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < 2) return undefined;
  // A letter such as U+0100 or U+4E00 has its zero on the other side: few of them.
  if (odd > 8 * even) return 'utf-16le';
  return even > 8 * odd ? 'utf-16be' : undefined;
}

interface Piece {
  readonly piece: Uint8Array;
  readonly isUtf8: boolean;
}

/** The bytes cut where a line ends or letters begin that are not plain: runs of bytes over 127, each UTF-8 or not, with what is plain around them. */
function splitUtf8(bytes: Uint8Array): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let runStart = -1;
  const close = (end: number): void => {
    if (runStart < 0) return;
    const run = bytes.subarray(runStart, end);
    pieces.push({ piece: bytes.subarray(start, end), isUtf8: inUtf('utf-8', run) !== undefined });
    [start, runStart] = [end, -1];
  };
  bytes.forEach((byte, index) => {
    if (byte >= 0x80 && runStart < 0) runStart = index;
    else if (byte < 0x80) close(index);
  });
  close(bytes.length);
  if (start < bytes.length) pieces.push({ piece: bytes.subarray(start), isUtf8: true });
  return pieces;
}

/** The least part of the runs of letters that is UTF-8 where a file has two kinds. */
const leastUtf8 = 0.2;
/** How much better the best reading has to be to be sure. */
const leastMargin = 2;
/** Bytes looked at to tell the letters of a file. */
const looked = 50_000;

interface Likeliest {
  readonly letters: LegacyLetters;
  readonly rate: number;
  readonly isSure: boolean;
}

/** The older letters in which the bytes make the most likely words; sure where that is Windows-1252 and no other reading comes near. */
function likeliest(bytes: Uint8Array): Likeliest {
  const start = bytes.subarray(0, looked);
  const rated = legacy.map((letters) => {
    const text = inLegacy(letters, start);
    return { letters, text, rate: rateLetters(text) };
  });
  const best = rated.reduce((one, other) => (other.rate > one.rate ? other : one));
  const isSure =
    best.letters === 'windows-1252' &&
    rated.every(({ rate, text }) => text === best.text || rate + leastMargin <= best.rate);
  return { letters: best.letters, rate: best.rate, isSure };
}

function inLegacy(letters: LegacyLetters, bytes: Uint8Array): string {
  const latin1 = (): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  switch (letters) {
    case 'windows-1252':
      return latin1().replace(/[\u0080-\u009f]/gu, (mark) => windows1252.charAt(mark.charCodeAt(0) - 0x80));
    case 'cp850':
      return latin1().replace(/[\u0080-\u00ff]/gu, (mark) => cp850.charAt(mark.charCodeAt(0) - 0x80));
    default:
      return new TextDecoder(letters).decode(bytes);
  }
}

/** What no letters explain is U+FFFD: a sign within a word, or all that is not plain where no reading makes words. */
function settled(text: string): string {
  if (rateLetters(text) < 0) return text.replace(/[^\u0000-\u007f]+/gu, '\ufffd');
  return text
    .replace(/[\u0080-\u009f]/gu, '\ufffd')
    .replace(/(?<=\p{L})[‚ƒ„†‡ˆ‰‹˜›¤¦¬¶¸¹²³¼½¾×÷](?=\p{L})/gu, '\ufffd');
}

/** The 32 characters in which Windows-1252 is not Latin-1. Some versions of Node's TextDecoder take the one for the other. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Code page 850 from 0x80 on (Unicode, CP850.TXT): what DOS and some payrolls write. No standard decoder knows it. */
const cp850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
