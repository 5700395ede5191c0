import { foldText } from '../kernel/fold-text';
import { languageCode } from '../catalogues/place-names';

export interface ReadLanguages {
  readonly codes: readonly string[];
  readonly unknown: readonly string[];
  /** Languages given with a level of A1 or A2, or as notions: not enough to work in. */
  readonly tooLow: readonly string[];
  /** Whether levels say which one comes first; the codes are then in their order. */
  readonly isByLevel: boolean;
  /** Whether what is not known stands before all that is: which language comes first is then not known. */
  readonly isUnknownFirst: boolean;
}

/** Words of levels in the languages that files come in, the lowest first. */
const levelWords = [
  'b1 b1+ intermediate intermediaire mittelstufe intermedio intermedia gemiddeld intermediario 中級',
  'b2 b2+ good bon bonne working usuel professional professionnel professionnelle operational operationnel operationnelle gut gute bueno buena buono buona goed bom boa ビジネス ビジネスレベル',
  'c1 fluent fluently courant courante couramment avance advanced excellent excellente fliessend verhandlungssicher fortgeschritten fluido fluida fluidez avanzado avanzada excelente fluente avanzato avanzata ottimo ottima vloeiend gevorderd uitstekend avancado avancada 流暢 上級',
  'c2 native natif maternel maternelle mother bilingue bilingual trilingue muttersprache muttersprachlich muttersprachler muttersprachlerin zweisprachig nativo nativa materna madrelingua moedertaal tweetalig 母語 母国語 ネイティブ ネイティブレベル',
].map(wordsOf);
/** Further words beside a language, which say nothing of how well. */
const saidBeside =
  'speaker langue language tongue full proficiency proficient tres very lu ecrit parle read written spoken upper niveau level technique business sehr sprache gesprochen gelesen geschrieben idioma nivel muy hablado leido escrito lingua livello molto parlato letto scritto taal zeer gesproken gelezen geschreven muito falado lido レベル';
const saidWords = new Set([...levelWords.flatMap((words) => [...words]), ...wordsOf(saidBeside)]);
const lowWords = wordsOf(
  'a1 a2 a1+ a2+ notion notions debutant debutante beginner basic basics base bases scolaire elementaire elementary faible grundkenntnisse anfanger basico basica nociones principiante elemental nozioni scolastico elementare basis basiskennis beginners nocoes iniciante elementar 初級 基礎',
);
/** Between two languages; the Dutch « en » only between words, since `en` is English. */
const between = /[;|\n,/&、・，]|\s(?:et|and|und|y|e|ed)\s|(?<=\p{L}{3})\sen\s(?=\p{L}{3})/iu;

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map(foldText));
}

/**
 * Working languages, each by code or name, in the order of their levels where one is above all others, else in the order given; what is said of how well
 * may follow: `fr:C1`, « anglais (B2) », « Français courant », "English (UK): native".
 */
export function readLanguages(text: string): ReadLanguages {
  const found: { unknown: string[]; tooLow: string[] } = { unknown: [], tooLow: [] };
  const levels = new Map<string, number>();
  let isUnknownFirst = false;
  const items = between.test(text) ? text.split(between) : text.replace(/\s+/gu, ' ').split(/ (?=[a-z]{2}\b)/iu);
  for (const item of items.map((one) => one.trim()).filter((one) => one !== '')) {
    const words = foldText(item).split(' ');
    const code = codeOf(item);
    if (code === undefined) {
      // « lu, écrit, parlé » goes on about the language before it.
      if (words.every((word) => saidWords.has(word))) continue;
      isUnknownFirst ||= levels.size === 0;
      found.unknown.push(item);
    } else if (words.some((word) => lowWords.has(word))) found.tooLow.push(item);
    else levels.set(code, Math.max(levels.get(code) ?? 0, levelOf(words)));
  }
  const [highest = 0, next = 0] = [...levels.values()].sort((a, b) => b - a);
  const isEachGiven = found.unknown.length === 0 && [...levels.values()].every((level) => level > 0);
  const isByLevel = highest > next && (isEachGiven || highest === levelWords.length);
  const codes = [...levels].sort(([, a], [, b]) => (isByLevel ? b - a : 0)).map(([code]) => code);
  return { codes, ...found, isByLevel, isUnknownFirst };
}

/** How well a language is spoken, by the words beside it, from 1 (B1) to 4 (as one's own); 0 where nothing is said of it. */
function levelOf(words: readonly string[]): number {
  return Math.max(0, ...words.map((word) => levelWords.findIndex((level) => level.has(word)) + 1));
}

/** The language of an item: all of its words, those that say nothing of a level, or those outside brackets. */
function codeOf(item: string): string | undefined {
  const bare = (text: string): string =>
    foldText(text)
      .split(' ')
      .filter((word) => !saidWords.has(word) && !lowWords.has(word))
      .join(' ');
  return (
    languageCode(item) ?? languageCode(bare(item)) ?? languageCode(bare(item.replace(/\([^()]*\)|\[[^[\]]*\]/gu, ' ')))
  );
}
