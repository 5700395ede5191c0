import { foldText } from '../kernel/fold-text';

const eastern = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+$/u;
/** Letters that hold no accent to take away, and are written with plain ones where a keyboard has none. */
const letters: Readonly<Record<string, string>> = { ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th', ĸ: 'k', ŋ: 'n' };
/** Characters of names that have an old form beside the usual one: 髙橋 and 高橋 are one family name. */
const oldForms = new Map(
  '髙高 﨑崎 嵜崎 濵浜 濱浜 邉辺 邊辺 澤沢 齋斎 齊斎 斉斎 櫻桜 廣広 國国 嶋島 嶌島 眞真 惠恵 藏蔵 德徳 黑黒 榮栄 壽寿 冨富 峯峰 渕淵 將将 條条 靜静 龍竜 淸清 增増 與与 來来 萬万 瀨瀬 曾曽 鐵鉄 舘館 顯顕 豐豊 圓円 實実 關関 鹽塩 劍剣'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);
/** Words before a family name that some write as one with it, and some leave away. */
const particles: ReadonlySet<string> = new Set(
  'van von vom zu zum zur de den der des du di da dal dalla del della dello degli d do dos das la le les lo los el al ten ter te in t het op y e mc mac o san st af av ben bin ibn abu'.split(
    ' ',
  ),
);
/** What people put before or after a name; no part of it. */
const honorifics: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx sir dr prof m mme mlle me herr frau hr fr sr sra srta don dona sig signor signora sigra dott dottssa ing dhr mevr mevrouw mw drs ir eng phd mba jr'.split(
    ' ',
  ),
);
const easternTitle =
  /(?:様|さま|さん|殿|氏|部長|次長|課長|係長|主任|社長|専務|常務|本部長|事業部長|室長|局長|所長|店長|マネージャー|リーダー)$/u;
const joints = /(?<=\p{L})['’`´‘‐‑-](?=\p{L})/gu;

/**
 * The words of a name in one spelling: Jürgen and Juergen, Groß and Gross, Ødegård and Odegaard, 髙橋 and 高橋 are the same; Latin letters of full width are plain.
 */
export function nameWords(name: string): readonly string[] {
  const folded = foldText(/^[ -~]*$/u.test(name) ? name : name.normalize('NFKC'));
  return folded === '' ? [] : folded.split(' ').map(plain);
}

function plain(word: string): string {
  // Most words are of plain letters, and few of these have such a pair.
  const latin = /[^a-z0-9]/u.test(word)
    ? Array.from(word, (letter) => letters[letter] ?? oldForms.get(letter) ?? letter).join('')
    : word;
  return /[aou]e|aa/u.test(latin) ? latin.replace(/([aou])e/gu, '$1').replaceAll('aa', 'a') : latin;
}

/**
 * The spellings by which a whole name is found, whatever the order of its words, and whether its parts are written as one (Vandenberg, OBrien, 山田太郎); of the
 * ways in which its parts may be written (`wordVariants`).
 */
export function nameForms(variants: readonly (readonly string[])[]): readonly string[] {
  const [words = []] = variants;
  const joined = words.join('');
  if (eastern.test(joined)) return [...new Set([joined, [...words].reverse().join('')])];
  return variants.map((variant) => [...variant].sort().join(' '));
}

/** The words of a name in each way in which its parts may be written: O’Brien is « o brien » and « obrien ». */
export function wordVariants(name: string): readonly (readonly string[])[] {
  const words = nameWords(name);
  if (isPlain(name, words)) return [words];
  const glued = gluedWords(name);
  return glued.length === words.length ? [words] : [words, glued];
}

/** Whether nothing of the name could be written as one. */
function isPlain(name: string, words: readonly string[]): boolean {
  return !/[^\p{L}\p{N} ]/u.test(name) && !words.some((word) => particles.has(word));
}

/** The words with what joins two of them taken away, and each particle before the word that follows it. */
function gluedWords(name: string): string[] {
  const [last = '', first = '', ...more] = name.split(',');
  const inOrder = first.trim() === '' || more.length > 0 ? name : `${first} ${last}`;
  const glued: string[] = [];
  let before = '';
  for (const word of nameWords(inOrder.replace(joints, ''))) {
    if (particles.has(word)) before += word;
    else {
      glued.push(before + word);
      before = '';
    }
  }
  return before === '' ? glued : [...glued, before];
}

/** Whether a text is written in the characters of Japanese, without the spaces that part names elsewhere. */
export function isEastern(text: string): boolean {
  return eastern.test(text.replace(/\s/gu, ''));
}

/** Whether a word of a name says by itself who is meant: no initial, no particle. */
export function isTelling(word: string): boolean {
  return (word.length > 1 || eastern.test(word)) && !particles.has(word);
}

/** A name without forms of address and titles, where something is left. */
export function withoutTitles(words: readonly string[]): readonly string[] {
  const [only, ...others] = words;
  if (only !== undefined && others.length === 0 && eastern.test(only)) {
    const bare = only.replace(easternTitle, '');
    return bare === '' ? words : [bare];
  }
  const bare = words.filter((word) => !honorifics.has(word) && !easternTitle.test(word));
  return bare.some(isTelling) ? bare : words;
}

/** Whether every word of a name has its own in the other, as it is or shortened. */
export function isWithin(words: readonly string[], others: readonly string[]): boolean {
  const rest = [...others];
  const take = (fits: (other: string) => boolean): boolean => {
    const place = rest.findIndex(fits);
    if (place >= 0) rest.splice(place, 1);
    return place >= 0;
  };
  const unmatched = words.filter((word) => !take((other) => other === word));
  return unmatched.every((word) => take((other) => isShort(word, other) || isShort(other, word)));
}

/** Whether a word is the beginning of another one, as people shorten first names: `S.`, `Chr.`, `Alex`. One letter less is another name. */
function isShort(short: string, word: string): boolean {
  if (!/^\p{L}{1,4}$/u.test(short) || !word.startsWith(short)) return false;
  return word.length - short.length >= (short.length === 1 ? 1 : 2);
}
