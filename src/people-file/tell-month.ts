import { foldText } from '../kernel/fold-text';

const languages = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pt'] as const;
/** Short forms that do not begin the word they stand for. */
const shortForms: Readonly<Record<string, string>> = { mrz: '3', mrt: '3' };

/** The number of the month that a word of three letters or more begins, in one of the languages we read. */
export function monthOf(word: string): string | undefined {
  if (!/^\p{L}{3,}$/u.test(word)) return undefined;
  months ??= namesOf({ month: 'long' }, 12, (index) => Date.UTC(2024, index, 15));
  const found = new Set(months.filter(([name]) => name.startsWith(word)).map(([, number]) => number));
  return found.size === 1 ? [...found][0] : shortForms[word];
}

/** Whether a word names a day of the week, in full or by its first letters. */
export function isWeekday(word: string): boolean {
  if (!/^\p{L}{2,}$/u.test(word)) return false;
  weekdays ??= namesOf({ weekday: 'long' }, 7, (index) => Date.UTC(2024, 0, index + 1));
  return weekdays.some(([name]) => name === word || name.split(' ')[0] === word || name.slice(0, 3).startsWith(word));
}

/** Made when a date first has words: most files have none, and formats take long to make. */
let months: readonly (readonly [string, string])[] | undefined;
let weekdays: readonly (readonly [string, string])[] | undefined;

function namesOf(
  form: Intl.DateTimeFormatOptions,
  count: number,
  dayOf: (index: number) => number,
): readonly (readonly [string, string])[] {
  return languages.flatMap((language) => {
    const name = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' });
    return Array.from(
      { length: count },
      (_, index) => [foldText(name.format(dayOf(index))), String(index + 1)] as const,
    );
  });
}
