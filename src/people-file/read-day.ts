import { foldText } from '../kernel/fold-text';

/** A day of a cell, as ISO dates: two where nobody can tell which number is the month. */
export interface ReadDay {
  readonly earliest: string;
  readonly latest: string;
}

/** Whether a column writes the day before the month, by a cell that can be read in one way only; undefined where none says so, or they differ. */
export function daysFirst(texts: Iterable<string>): boolean | undefined {
  let [days, months] = [false, false];
  for (const text of texts) {
    const match = numbers.exec(text.trim());
    if (match === null) continue;
    if (Number(match[1]) > 12) days = true;
    if (Number(match[2]) > 12) months = true;
  }
  return days === months ? undefined : days;
}

/**
 * The day that a cell names: `2024-12-31`, `31/12/2024`, `12/31/2024`, `31.12.2024`, `31 Dec 2024`, `2024年12月31日`, with an hour after it; undefined
 * for anything else. `dayFirst` is what the column says of the order (`daysFirst`).
 */
export function readDay(text: string, dayFirst?: boolean): ReadDay | undefined {
  const iso = /^(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?(?:$|[\sT])/u.exec(text);
  if (iso !== null) return exactly(dayOf(iso[1], iso[2], iso[3]));
  const match = numbers.exec(text.trim());
  if (match !== null) {
    const [, one, other, year = ''] = match;
    const whole = year.length === 2 ? `20${year}` : year;
    const readings = [
      ...(dayFirst === false ? [] : [dayOf(whole, other, one)]),
      ...(dayFirst === true || text.includes('.') ? [] : [dayOf(whole, one, other)]),
    ].filter((day) => day !== undefined);
    const [first, second] = readings.sort();
    return first === undefined ? undefined : { earliest: first, latest: second ?? first };
  }
  const [one = '', two = '', three = ''] = foldText(text)
    .replace(/\bde\b/gu, ' ')
    .split(/ +/u);
  if (monthOf(two) !== undefined) return exactly(dayOf(three, monthOf(two), one));
  return exactly(dayOf(three, monthOf(one), two));
}

const numbers = /^(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4}|\d{2})(?:$|[\sT])/u;

function exactly(day: string | undefined): ReadDay | undefined {
  return day === undefined ? undefined : { earliest: day, latest: day };
}

function dayOf(year = '', month = '', day = ''): string | undefined {
  const [y, m, d] = [year, month, day].map((text) => (/^\d{1,4}$/u.test(text) ? Number(text) : 0)) as [
    number,
    number,
    number,
  ];
  if (y < 1000 || m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return undefined;
  return `${String(y)}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** The number of the month that a word of three letters or more begins, in one of the languages we read. */
function monthOf(word: string): string | undefined {
  if (!/^\p{L}{3,}$/u.test(word)) return undefined;
  months ??= monthNames();
  const found = new Set([...months].filter(([name]) => name.startsWith(word)).map(([, number]) => number));
  return found.size === 1 ? [...found][0] : undefined;
}

/** Made when a date first has a month in words: most files have none, and formats take long to make. */
let months: ReadonlyMap<string, string> | undefined;

function monthNames(): ReadonlyMap<string, string> {
  return new Map(
    ['en', 'fr', 'de', 'es', 'it', 'nl', 'pt'].flatMap((locale) => {
      const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, index): [string, string] => [
        foldText(name.format(Date.UTC(2024, index, 15))),
        String(index + 1),
      ]);
    }),
  );
}
