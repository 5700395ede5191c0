/** A word of a text: where it stands, and how it reads without case, accents and ligatures. */
export interface TextWord {
  readonly start: number;
  /** The first place behind it. */
  readonly end: number;
  readonly folded: string;
  readonly isCapital: boolean;
}

/** Letters that a decomposition leaves whole. */
const letters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** The letters of a word alone: no case, accent, ligature, wide form or character that has no width. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæßøłđðþı]/gu, (letter) => letters[letter] ?? letter);
}

/** The words of a text in their order. Hyphens, apostrophes, points and digits part words; what has no width does not. */
export function readWords(text: string): readonly TextWord[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}\p{Cf}]*/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    folded: foldWord(word),
    isCapital: /^[\p{Lu}\p{Lt}]/u.test(word),
  }));
}
