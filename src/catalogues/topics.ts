import { withoutEnds } from '../kernel/without-ends';
import { languages, type Language, type Localised } from '../language/languages';
import { foldText } from '../kernel/fold-text';
import { nameTopic, ownPrefix } from './name-topic';
import { catalogueText } from './text/catalogue-text';
import catalogue from './topic-catalogue.json';

interface CatalogueTopic {
  readonly id: string;
  readonly family: string;
  readonly synonyms: readonly string[];
}

const articles = new Set(['le', 'la', 'les', 'l', 'un', 'une', 'des', 'du', 'de', 'd', 'the', 'a', 'an', 'of']);
/** Words that say what one would do with a topic, or how well, and nothing of which it is. */
const fillers = new Set(
  foldText(
    'mon ma mes my notre our son sa ses leur leurs vos your comprendre understanding understand découvrir discover discovering utiliser using use usage usages maîtriser mastering apprendre learn about autour sur à au aux avec with pour for et and & + en in dans on at how to comment quotidien everyday daily travail work initiation introduction bases basics base débuter débutant beginner beginners avancé advanced niveau level perfectionnement expert outil outils tool tools conseil conseils advice tips bonnes pratiques best practices pratique nouveau nouveaux nouvelle nouvelles new general général etc ms',
  ).split(' '),
);
const ownLength = 60;
const ownFamilyName: Localised<string> = { fr: 'Sujet choisi librement', en: 'Topic of their own' };

const topics = new Map<string, CatalogueTopic>(catalogue.topics.map((topic) => [topic.id, topic]));
const names: Localised<Readonly<Partial<Record<string, string>>>> = catalogueText.sources;
const families = new Map(catalogue.families.map((family) => [family.id, family]));
const idByWords = new Map<string, string>();
for (const topic of topics.values()) {
  for (const words of [topic.id, ...languages.map((language) => topicName(topic.id, language))])
    idByWords.set(searchForm(words), topic.id);
}
for (const topic of topics.values()) {
  for (const words of topic.synonyms) {
    const form = searchForm(words);
    if (!idByWords.has(form)) idByWords.set(form, topic.id);
  }
}
/** A slip of the pen is looked for among words of about the same length. */
const formsByLength = new Map<number, { readonly words: string; readonly id: string; readonly letters: number }[]>();
for (const [words, id] of idByWords) {
  const same = formsByLength.get(words.length) ?? [];
  formsByLength.set(words.length, same);
  same.push({ words, id, letters: lettersOf(words) });
}
/** By the words that say which topic it is, in alphabetical order; of two topics, that which is called so without fillers, else none. */
const idByCore = new Map<string, string | undefined>();
const bare = [...idByWords].filter(([form]) => coreOf(form) === sortedWords(form));
for (const [form, id] of [...bare, ...idByWords]) {
  const core = coreOf(form);
  const known = idByCore.get(core);
  if (!idByCore.has(core)) idByCore.set(core, id);
  else if (known !== id && !idByWords.has(core)) idByCore.set(core, undefined);
}

/**
 * The id of the catalogue topic that these words name in French or English, whatever their case, accents, articles, order,
 * plural, a slip of the pen or words around them that say nothing of the topic (« utiliser l’IA au travail »); words the catalogue does not know become a topic of their own, `own:jardins-partagés`.
 */
export function resolveTopic(text: string): string {
  if (text.startsWith(ownPrefix)) return ownTopic(text.slice(ownPrefix.length));
  if (topics.has(text)) return text;
  const form = searchForm(text);
  return idByWords.get(form) ?? idByCore.get(coreOf(form)) ?? closest(form) ?? ownTopic(text);
}

/** The name of a topic as people read it; of an own topic, the words that were given. */
export function topicName(id: string, language: Language): string {
  return nameTopic(id, names[language][id]);
}

/** The family a topic belongs to; own topics are in the family `own`. */
export function topicFamily(id: string): string {
  return topics.get(id)?.family ?? 'own';
}

/** The name of a topic's family: all that may be said of it before both sides said yes. */
export function familyName(id: string, language: Language): string {
  return families.get(topicFamily(id))?.[language] ?? ownFamilyName[language];
}

/** Whether the topic is in free words, which only the pair itself may read, rather than one of the catalogue. */
export function isOwnTopic(id: string): boolean {
  return !topics.has(id);
}

/** The ids of the catalogue, in its order. */
export function catalogueTopics(): readonly string[] {
  return [...topics.keys()];
}

function ownTopic(text: string): string {
  const slug = text
    .normalize('NFC')
    .toLocaleLowerCase('fr')
    .replace(/[^\p{L}\p{N}+&’']+/gu, '-')
    .slice(0, ownLength);
  return `${ownPrefix}${withoutEnds(slug, '-')}`;
}

function searchForm(text: string): string {
  return foldText(text)
    .split(' ')
    .filter((word, _index, words) => words.length === 1 || !articles.has(word))
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/u, '') : word))
    .join(' ');
}

/** The words of a form but the fillers, all of them where there are no others, in alphabetical order. */
function coreOf(form: string): string {
  const words = form.split(' ');
  const core = words.filter((word) => !fillers.has(word));
  return (core.length === 0 ? words : core).sort().join(' ');
}

function sortedWords(form: string): string {
  return form.split(' ').sort().join(' ');
}

/** Words of five letters may hold one slip, of ten letters two; a tie between two topics is no match. */
function closest(form: string): string | undefined {
  const allowed = form.length >= 10 ? 2 : form.length >= 5 ? 1 : 0;
  if (allowed === 0) return undefined;
  let best = allowed;
  let found = new Set<string>();
  const letters = lettersOf(form);
  for (let length = Math.max(5, form.length - allowed); length <= form.length + allowed; length++)
    for (const { words, id, letters: others } of formsByLength.get(length) ?? []) {
      // A slip takes one letter away and brings another one at most.
      if (bitsOf(letters ^ others) > 2 * best) continue;
      const slips = countSlips(form, words, best);
      if (slips > best) continue;
      if (slips < best) found = new Set();
      best = slips;
      found.add(id);
    }
  return found.size === 1 ? [...found][0] : undefined;
}

/** Which letters a text holds, a bit for each; several letters share one. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

function bitsOf(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * Letters added, lost, replaced or swapped with their neighbour (optimal string alignment distance), counted up to `most`: what is further apart gives more than it.
 * Only the cells that so few slips can reach are filled, since a file may ask this of thousands of words.
 */
function countSlips(one: string, other: string, most: number): number {
  const far = most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  let isLastFar = false;
  for (let i = 1; i <= one.length; i++) {
    const row = new Array<number>(other.length + 1).fill(far);
    row[0] = i;
    let least = i;
    for (let j = Math.max(1, i - most); j <= Math.min(other.length, i + most); j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let slips = Math.min((last[j] ?? far) + 1, (row[j - 1] ?? far) + 1, (last[j - 1] ?? far) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? far) + 1);
      row[j] = slips;
      if (slips < least) least = slips;
    }
    // Two letters that changed places lead over a row.
    if (least > most && isLastFar) return far;
    isLastFar = least > most;
    before = last;
    last = row;
  }
  return last[other.length] ?? far;
}
