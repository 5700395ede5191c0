/** Letters that names and places of Western Europe are full of. */
const usual = 'éèêëàâäáãåçñíìîïóòôöõøœúùûüßæ';
const usualLetters = new Set(Array.from(usual + usual.toUpperCase()));
/** Letters of Central Europe and Turkey, which are as usual where they are written. */
const further = 'ąćęłńśźżčďěňřšťůžőűășțşğıý';
const furtherLetters = new Set(Array.from(further + further.toUpperCase()));

const eastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/**
 * How likely a text is one of people and places, by its letters that are not plain: more for letters that are usual where they stand, less for signs within words, capitals
 * after small letters and letters that hardly occur. Only to be compared with another reading of the same bytes.
 */
export function rateLetters(text: string): number {
  let rate = 0;
  const rates = new Map<string, number>();
  const others = /[^\u0000-\u007f]/gu;
  for (const { 0: letter, index } of text.matchAll(others)) {
    const before = text.charAt(index - 1);
    const after = text.charAt(index + letter.length);
    const key = before + letter + after;
    const known = rates.get(key) ?? rateLetter(letter, before, after);
    rates.set(key, known);
    rate += known;
  }
  return rate;
}

function rateLetter(letter: string, before: string, after: string): number {
  const inWord = /\p{L}/u.test(before) || /\p{L}/u.test(after);
  if (letter === '\ufffd' || /[\u0080-\u009f]/u.test(letter)) return -8;
  if (eastern.test(letter)) {
    // Half-width kana are what single bytes look like, and a lone sign beside a small letter is two of them.
    if (/[\uff61-\uff9f]/u.test(letter)) return -2;
    if (/[a-z]/u.test(before + after)) return -4;
    return eastern.test(before) || eastern.test(after) ? 3 : 1;
  }
  if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter)) {
    const same = letter < '\u0400' ? /\p{Script=Greek}/u : /\p{Script=Cyrillic}/u;
    const alone = !same.test(before) && !same.test(after);
    const capital = /\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before);
    return alone || capital ? -4 : 1.6;
  }
  if (/\p{L}/u.test(letter)) {
    if (/[ªº]/u.test(letter)) return -1;
    if (/\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before)) return -5;
    if (/\p{Ll}/u.test(letter) && /\p{Lu}{2}/u.test(before + after)) return -3;
    // Two in a row that are not plain are rare in our languages, and usual where the letters are read wrongly.
    const next = /[^\u0000-\u007f]/u.test(after) && /\p{L}/u.test(after) ? -1.5 : 0;
    if (usualLetters.has(letter)) return 2 + next;
    return (furtherLetters.has(letter) || letter === 'İ' ? 2 : -0.5) + next;
  }
  if (/[\p{Zs}’‘“”«»–—…€°§·•№]/u.test(letter))
    return inWord && /[\p{L}]/u.test(before) && /\p{L}/u.test(after) ? (letter === '’' ? 1 : -2) : 0.5;
  return inWord ? -5 : -1;
}
