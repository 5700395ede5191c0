import columnNames from './column-names.json';
import columnRules from './column-rules.json';
import type { PeopleField } from './participant-contract';
import { headerWords, readHeader, type HeaderSubject, type ReadHeader } from './read-header';
import { isAccountLanguage } from './tell-account-language';

/** A field, or one of the two halves of a name. */
export type RatedField = PeopleField | 'firstName' | 'lastName';

interface Rule {
  /** Sets of subjects, any of which makes the field. */
  readonly makes: readonly (readonly HeaderSubject[])[];
  /** Subjects that may stand beside; every other one says that the column is about something else. */
  readonly with: readonly HeaderSubject[];
  /** A subject that makes the field where nothing better does: an `Employee` may be a name or a number. */
  readonly weak?: readonly HeaderSubject[];
  /** What such a subject takes from the rate. */
  readonly less?: Partial<Readonly<Record<HeaderSubject, number>>>;
}

const rules = columnRules as unknown as Readonly<Record<RatedField, Rule>>;
/** A header that is known as a whole. */
const wholeRate = 100;
const wordsRate = 90;
const leastRate = 50;
const weakLess = 25;

/**
 * How likely a header names each field, from 0 to 100, by whole names that systems write (the first of a list above the last) or by its words. Fields
 * that it does not name are absent.
 */
export function rateHeader(header: string): ReadonlyMap<RatedField, number> {
  const read = readHeader(header);
  const rates = new Map<RatedField, number>();
  for (const field of Object.keys(rules) as RatedField[]) {
    const rate = Math.max(rateWhole(read, field), rateWords(read, rules[field]));
    if (rate >= leastRate) rates.set(field, rate);
  }
  // The language of an account is read where nothing says in which ones somebody works.
  if (isAccountLanguage(header)) rates.set('languages', leastRate);
  return rates;
}

function rateWhole(read: ReadHeader, field: RatedField): number {
  const names = wholeNames.get(field);
  if (names === undefined) return 0;
  // `Name [displayName]` is told by what stands in the brackets, « Collaborateur (n°) » by both together, `Name (as in Teams)` by what stands before.
  const belongs = (subjects: ReadonlySet<HeaderSubject>): boolean =>
    [...subjects].every(
      (subject) =>
        subject === 'required' ||
        rules[field].with.includes(subject) ||
        rules[field].makes.some((set) => set.includes(subject)),
    );
  const quiet = [...read.insideSubjects].every((subject) => subject === 'required');
  const spellings = [read.whole, ...(quiet ? [read.outside] : []), ...(belongs(read.subjects) ? read.inside : [])];
  const places = spellings.flatMap((spelling) => nameForms(spelling).map((form) => names.get(form) ?? Infinity));
  const place = Math.min(...places);
  return place === Infinity ? 0 : wholeRate - place / 100;
}

function rateWords({ subjects, unknown, question }: ReadHeader, rule: Rule): number {
  const sets = rule.makes.filter((set) => set.every((subject) => subjects.has(subject)));
  const strong = sets.flat();
  const together = new Set(sets.filter((set) => set.length > 1).flat());
  const makes = new Set(strong.length > 0 ? strong : (rule.weak ?? []).filter((subject) => subjects.has(subject)));
  if (makes.size === 0) return 0;
  let rate = wordsRate - (strong.length > 0 ? 0 : weakLess) - unknown * (question ? 2 : 12);
  for (const subject of subjects) {
    if (!makes.has(subject) && !rule.with.includes(subject) && subject !== 'required') return 0;
    if (!together.has(subject)) rate -= rule.less?.[subject] ?? (makes.has(subject) ? 0 : 1);
  }
  return rate;
}

/** Without spaces, and with the words in alphabetical order. */
function nameForms(name: string): readonly string[] {
  const words = name.split(' ');
  return name === '' ? [] : [words.join(''), [...words].sort().join(' ')];
}

const wholeNames: ReadonlyMap<RatedField, ReadonlyMap<string, number>> = new Map(
  Object.entries(columnNames).map(([field, names]) => {
    const places = new Map<string, number>();
    names.forEach((name, place) => {
      for (const form of nameForms(headerWords(name))) if (!places.has(form)) places.set(form, place);
    });
    return [field as RatedField, places];
  }),
);
