import { isEastern, isTelling, isWithin, nameForms, nameWords, withoutTitles, wordVariants } from './fold-name';

/** Somebody with all the names a row has for them: full, preferred, displayed. */
export interface NamedPerson {
  readonly id?: string;
  readonly name?: string;
  readonly names?: readonly string[];
}

export interface NameMatcher {
  /** Everybody of this whole name, whatever the order and the spelling of its words. */
  readonly whole: (text: string) => readonly string[];
  /** Everybody whom a part of a name fits: a second first name or a title on one side, and as `byPart` says. */
  readonly partly: (text: string, byPart: boolean) => readonly string[];
}

/** People of one word that are looked at: where more have it, it says little. */
const mostOfWord = 400;
/** People whom one reference may mean: more of them would not fit the row of a person. */
const mostMeant = 200;

/**
 * Finds people by their names. With `byPart` also by initials (`Berg, S. van den`) and by one word (`Martin`), and then it tells everybody whom they fit: to
 * keep people apart one too many is better than one too few. Nothing is made before it is asked for: most texts share no word with anybody.
 */
export function matchNames(people: readonly NamedPerson[]): NameMatcher {
  let spelt: readonly SpeltPerson[] | undefined;
  let vocabulary: ReadonlySet<string> | undefined;
  let forms: Groups | undefined;
  let words: Groups | undefined;
  let wordsOf: ReadonlyMap<string, readonly Words[]> | undefined;
  const everybody = (): readonly SpeltPerson[] =>
    (spelt ??= people.flatMap((person) =>
      person.id === undefined ? [] : [{ id: person.id, names: namesOf(person).map(wordVariants) }],
    ));
  const isKnown = (word: string): boolean => (vocabulary ??= wordsIn(everybody())).has(word);

  const partly = (text: string, byPart: boolean): readonly string[] => {
    const sought = withoutTitles(nameWords(text));
    if (!sought.some((word) => isTelling(word) && isKnown(word))) return [];
    words ??= groupPeople(everybody(), (variants) => new Set(variants.flat().filter(isTelling)));
    wordsOf ??= new Map(everybody().map(({ id, names }) => [id, names.flat()]));
    const found: Fit[] = [];
    for (const id of candidates(sought, words)) {
      const fit = fitOf(sought, wordsOf.get(id) ?? [], byPart);
      if (fit !== undefined) found.push({ id, ...fit });
    }
    return meant(found, byPart);
  };
  return {
    whole: (text) => {
      const variants = wordVariants(text);
      // The words of a name in such characters may be parted in another place.
      const isNobody =
        !isEastern((variants[0] ?? []).join('')) &&
        variants.every((variant) => variant.some((word) => isTelling(word) && !isKnown(word)));
      if (isNobody) return [];
      forms ??= groupPeople(everybody(), nameForms);
      return [...new Set(nameForms(variants).flatMap((form) => membersOf(forms?.get(form))))];
    },
    partly,
  };
}

type Words = readonly string[];

/** Somebody's names, each in the ways in which its words may be written. */
interface SpeltPerson {
  readonly id: string;
  readonly names: readonly (readonly Words[])[];
}

interface Fit {
  readonly id: string;
  /** The words of the reference that the person has; all of them where it is undefined. */
  readonly of?: string;
}

/** People who share a telling word, those of the rarest words first. */
function candidates(sought: readonly string[], words: Groups): ReadonlySet<string> {
  const groups = [...new Set(sought)]
    .filter(isTelling)
    .map((word) => membersOf(words.get(word)))
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.length - b.length);
  const found = new Set<string>();
  for (const [place, group] of groups.entries()) {
    if (place > 0 && found.size + group.length > mostOfWord) break;
    group.forEach((id) => found.add(id));
  }
  return found;
}

function fitOf(
  sought: readonly string[],
  names: readonly (readonly string[])[],
  byPart: boolean,
): Omit<Fit, 'id'> | undefined {
  const telling = sought.filter(isTelling);
  for (const name of names) {
    const same = telling.filter((word) => name.includes(word));
    if (!byPart && same.length < 2) continue;
    if (same.length > 0 && isWithin(sought, name)) return {};
  }
  for (const name of names) {
    const same = telling.filter((word) => name.includes(word));
    if (same.length > 0 && name.length > 1 && (byPart || same.length > 1) && isWithin(name, sought))
      return { of: [...same].sort().join(' ') };
  }
  return undefined;
}

/** Names within the reference that share none of its words are several people's, for `peopleIn` to part. */
function meant(found: readonly Fit[], byPart: boolean): readonly string[] {
  const inside = found.filter(({ of }) => of === undefined);
  const fitting = inside.length > 0 ? inside : found;
  if (!byPart) return fitting.length > 1 ? [] : fitting.map(({ id }) => id);
  const isOne = new Set(fitting.map(({ of }) => of)).size === 1;
  return isOne && fitting.length <= mostMeant ? fitting.map(({ id }) => id) : [];
}

function namesOf({ name, names = [] }: NamedPerson): readonly string[] {
  return name === undefined ? names : [name, ...names];
}

/** Every word of every name. */
function wordsIn(people: readonly SpeltPerson[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { names } of people)
    for (const variants of names) for (const variant of variants) for (const word of variant) words.add(word);
  return words;
}

function groupPeople(people: readonly SpeltPerson[], keysOf: (name: readonly Words[]) => Iterable<string>): Groups {
  const groups: Groups = new Map();
  for (const { id, names } of people) for (const name of names) for (const key of keysOf(name)) addTo(groups, key, id);
  return groups;
}

/** An id, or several: nearly all keys are one person's, and a set of each would be most of what is kept. */
export type Group = string | Set<string>;
export type Groups = Map<string, Group>;

/** Adds somebody to those of a key; nothing where there is no key. */
export function addTo(groups: Groups, key: string | undefined, id: string): void {
  if (key === undefined || key === '') return;
  const group = groups.get(key);
  if (group === undefined) groups.set(key, id);
  else if (typeof group !== 'string') group.add(id);
  else if (group !== id) groups.set(key, new Set([group, id]));
}

/** Everybody of a group. */
export function membersOf(group: Group | undefined): readonly string[] {
  return group === undefined ? [] : typeof group === 'string' ? [group] : [...group];
}
