import { foldText } from '../kernel/fold-text';
import type { LearningWay, Role } from '../domain/participant';

const roles: Readonly<Record<string, Role>> = {
  mentor: 'mentor',
  junior: 'mentor',
  'mentor e': 'mentor',
  mentors: 'mentor',
  'mentor inverse': 'mentor',
  'mentor junior': 'mentor',
  'junior mentor': 'mentor',
  'reverse mentor': 'mentor',
  mentee: 'mentee',
  mentees: 'mentee',
  senior: 'mentee',
  'mentore e': 'mentee',
  mentoree: 'mentee',
  mentorees: 'mentee',
  'mentore e s': 'mentee',
  'reverse mentee': 'mentee',
  'senior mentee': 'mentee',
  'mentee senior': 'mentee',
  both: 'both',
  'les deux': 'both',
  'les 2': 'both',
  'mentor ou mentore': 'both',
  'mentor ou mentoree': 'both',
  'mentor or mentee': 'both',
  'mentor e mentore e': 'both',
  'mentor mentoree': 'both',
  'mentee mentor': 'both',
  'mentor e et mentore e': 'both',
  deux: 'both',
  'the two': 'both',
  'mentor mentee': 'both',
  'mentor et mentore': 'both',
  'mentor et mentoree': 'both',
  'mentor and mentee': 'both',
  'mentor & mentee': 'both',
  'mentor mentore': 'both',
  'mentor mentore e': 'both',
  'mentor + mentee': 'both',
  mentorin: 'mentor',
  mentora: 'mentor',
  メンター: 'mentor',
  mentorado: 'mentee',
  mentorada: 'mentee',
  mentorizado: 'mentee',
  mentorizada: 'mentee',
  mentorando: 'mentee',
  mentoranda: 'mentee',
  メンティー: 'mentee',
  メンティ: 'mentee',
  beide: 'both',
  beides: 'both',
  ambos: 'both',
  ambas: 'both',
  entrambi: 'both',
  allebei: 'both',
  両方: 'both',
};
const ways: Readonly<Record<string, LearningWay>> = {
  'by doing': 'by-doing',
  doing: 'by-doing',
  practice: 'by-doing',
  'en faisant': 'by-doing',
  faire: 'by-doing',
  pratique: 'by-doing',
  'par la pratique': 'by-doing',
  'by talking': 'by-talking',
  talking: 'by-talking',
  discussion: 'by-talking',
  conversation: 'by-talking',
  'en discutant': 'by-talking',
  'en echangeant': 'by-talking',
  echange: 'by-talking',
  'by examples': 'by-examples',
  'through examples': 'by-examples',
  examples: 'by-examples',
  'par l exemple': 'by-examples',
  'par des exemples': 'by-examples',
  exemples: 'by-examples',
  'step by step': 'step-by-step',
  'pas a pas': 'step-by-step',
  'etape par etape': 'step-by-step',
};
const yes = new Set(
  'yes|y|oui|o|ja|j|si|s|sim|はい|true|vrai|wahr|verdadero|vero|waar|verdadeiro|真|有|1|x'.split('|'),
);
const no = new Set('no|n|non|nein|nee|nao|いいえ|false|faux|falsch|falso|onwaar|偽|無|0'.split('|'));
/** Marks, which a folded text has not. */
const yesMarks = /^[○◯〇✓✔☑✅]$/u;
const noMarks = /^[×✕✖✗✘☐❌]$/u;

/** Whether a text asks: whoever wrote it did not know, so that it says nothing. */
export function isQuestion(text: string): boolean {
  return /[?¿？]/u.test(text);
}

/**
 * The role that words in one of our languages of files name. « mentoré » learns; without its accent it could be either, so is not guessed; `mentor ?` is
 * a question.
 */
export function readRole(text: string): Role | undefined {
  if (isQuestion(text)) return undefined;
  if (text.normalize('NFC').toLowerCase().trim() === 'mentoré') return 'mentee';
  return roles[foldText(text)];
}

/** Yes or no in one of our languages of files; undefined for other words, and for a question. */
export function readYesNo(text: string): boolean | undefined {
  if (isQuestion(text)) return undefined;
  const mark = text.replace(/\ufe0f/gu, '').trim();
  const words = foldText(text);
  if (yes.has(words) || yesMarks.test(mark)) return true;
  return no.has(words) || noMarks.test(mark) ? false : undefined;
}

/** Ways of teaching or learning in French or English, each once, and the words that name none. */
export function readWays(text: string): { readonly ways: readonly LearningWay[]; readonly unknown: readonly string[] } {
  const items = readList(text).map((item) => [item, ways[foldText(item)]] as const);
  return {
    ways: [...new Set(items.flatMap(([, way]) => way ?? []))],
    unknown: items.flatMap(([item, way]) => (way === undefined ? [item] : [])),
  };
}

/** A whole number within bounds, `3` or a spreadsheet's `3.0`; undefined for anything else. */
export function readWholeNumber(text: string, least: number, most: number): number | undefined {
  const match = /^(\d{1,6})(?:[.,]0+)?$/u.exec(text.trim());
  const value = match === null ? Number.NaN : Number(match[1]);
  return value >= least && value <= most ? value : undefined;
}

/** A list of a cell: by semicolons, bars or lines; by commas where there are none of these. */
export function readList(text: string): readonly string[] {
  const separator = /[;|\n]/u.test(text) ? /[;|\n]/u : /,/u;
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

export interface WeighedWords {
  readonly words: string;
  /** Undefined where none was given, or one out of bounds. */
  readonly weight?: number;
}

/** Topics in free words, each with the weight that may follow a colon: `IA générative:3;podcasts`. */
export function readWeighedWords(text: string, most: number): readonly WeighedWords[] {
  // Marks alone name nothing: two of them would be one subject.
  const items = readList(text).filter((item) => /[\p{L}\p{N}]/u.test(item));
  return items.map((item) => {
    const match = /^(.*\S)\s*[:=]\s*(\d+)$/u.exec(item) ?? /^(.*\S)\s*\((\d+)\)$/u.exec(item);
    if (match === null) return { words: item };
    const weight = Number(match[2]);
    const words = match[1] ?? item;
    return weight >= 1 && weight <= most ? { words, weight } : { words };
  });
}
