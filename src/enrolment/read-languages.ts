import { foldText } from '../kernel/fold-text';
import { languageCode } from '../catalogues/place-names';

export interface ReadLanguages {
  readonly codes: readonly string[];
  readonly unknown: readonly string[];
  /** Languages given with a level of A1 or A2, or as notions: not enough to work in. */
  readonly tooLow: readonly string[];
  /** Whether levels say which one comes first; the codes are then in their order. */
  readonly isByLevel: boolean;
}

/** What people and systems write beside a language. */
const said =
  'c1 c2 b1 b2 b1+ b2+ courant courante couramment fluent fluently native natif native speaker speaker maternel maternelle langue language mother tongue bilingue bilingual trilingue avance advanced professionnel professionnelle professional full proficiency proficient working operational operationnel operationnelle excellent excellente bon bonne good tres very lu ecrit parle read written spoken upper intermediate intermediaire niveau level usuel technique business verhandlungssicher fliessend muttersprache';
const low =
  'a1 a2 a1+ a2+ notion notions debutant debutante beginner basic basics base bases scolaire elementaire elementary faible grundkenntnisse';
/** Words of levels, the lowest first. */
const levelWords = [
  'b1 b1+ intermediate intermediaire',
  'b2 b2+ good bon bonne working usuel professional professionnel professionnelle operational operationnel operationnelle',
  'c1 fluent courant courante couramment avance advanced excellent excellente fliessend verhandlungssicher',
  'c2 native natif maternel maternelle mother bilingue bilingual trilingue muttersprache',
].map((words) => new Set(words.split(' ')));
const saidWords = new Set(said.split(' '));
const lowWords = new Set(low.split(' '));

/**
 * Working languages, each by code or name, in the order of their levels where one is above all others, else in the order given; what is said of how well
 * may follow: `fr:C1`, « anglais (B2) », « Français courant », "English (UK): native".
 */
export function readLanguages(text: string): ReadLanguages {
  const found: { unknown: string[]; tooLow: string[] } = { unknown: [], tooLow: [] };
  const levels = new Map<string, number>();
  const items = /[;|\n,/&]|\s(?:et|and|und)\s/iu.test(text)
    ? text.split(/[;|\n,/&]|\s(?:et|and|und)\s/iu)
    : text.replace(/\s+/gu, ' ').split(/ (?=[a-z]{2}\b)/iu);
  for (const item of items.map((one) => one.trim()).filter((one) => one !== '')) {
    const words = foldText(item).split(' ');
    const code = codeOf(item);
    if (code === undefined) {
      // « lu, écrit, parlé » goes on about the language before it.
      if (!words.every((word) => saidWords.has(word))) found.unknown.push(item);
    } else if (words.some((word) => lowWords.has(word))) found.tooLow.push(item);
    else levels.set(code, Math.max(levels.get(code) ?? 0, levelOf(words)));
  }
  const [highest = 0, next = 0] = [...levels.values()].sort((a, b) => b - a);
  const isEachGiven = [...levels.values()].every((level) => level > 0);
  const isByLevel = highest > next && (isEachGiven || highest === levelWords.length);
  const codes = [...levels].sort(([, a], [, b]) => (isByLevel ? b - a : 0)).map(([code]) => code);
  return { codes, ...found, isByLevel };
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
