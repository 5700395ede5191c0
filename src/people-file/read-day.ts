import { foldText } from '../kernel/fold-text';
import { isWeekday, monthOf } from './tell-month';

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

/** Whether a cell of a column of dates says that there is none: zeros, as payroll writes them, « indéterminé », `never`. */
export function isNoDay(text: string): boolean {
  return /^[0\-/.\s:T]*$/u.test(text) || noDay.has(foldText(text));
}

/**
 * The day that a cell of a column of dates names: `2024-12-31`, `20241231`, `31/12/2024`, `12/31/2024`, `31.12.2024`, `31-Dec-24`, `2024年12月31日`,
 * `令和6年12月31日`, `R6.12.31`, a spreadsheet's number of days, with an hour after it; a month without a day from its first to its last. Undefined for
 * anything else. `dayFirst` is what the column says of the order (`daysFirst`).
 */
export function readDay(text: string, dayFirst?: boolean): ReadDay | undefined {
  const plain = text.normalize('NFKC').trim();
  const iso =
    /^(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?(?:$|[\s,T])/u.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/u.exec(plain);
  if (iso !== null) return exactly(dayOf(iso[1], iso[2], iso[3]));
  const era = /^(令和|平成|昭和|[RHS])\s?(元|\d{1,2})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?(?:$|[\s,])/iu.exec(
    plain,
  );
  if (era !== null) return exactly(dayOf(yearOfEra(era[1], era[2]), era[3], era[4]));
  if (/^\d{5}(?:[.,]\d+)?$/u.test(plain)) return exactly(dayOfSerial(Math.floor(Number(plain.replace(',', '.')))));
  const month = /^(\d{4})[-/.年]\s?(\d{1,2})月?$/u.exec(plain) ?? swapped(/^(\d{1,2})[-/.](\d{4})$/u.exec(plain));
  if (month !== null) return wholeMonth(month[1], month[2]);
  const match = numbers.exec(plain);
  if (match !== null) {
    const [, one, other, year = ''] = match;
    const readings = [
      ...(dayFirst === false ? [] : [dayOf(wholeYear(year), other, one)]),
      ...(dayFirst === true || plain.includes('.') ? [] : [dayOf(wholeYear(year), one, other)]),
    ].filter((day) => day !== undefined);
    const [first, second] = readings.sort();
    return first === undefined ? undefined : { earliest: first, latest: second ?? first };
  }
  return readWords(plain);
}

const numbers = /^(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4}|\d{2})(?:$|[\s,T])/u;
const noDay = new Set(
  [
    'never, none, no end date, open ended, unlimited, indefinite, permanent, not applicable, na',
    'aucun, aucune, aucune date, jamais, sans fin, sans objet, indetermine, indeterminee, duree indeterminee, cdi, non renseigne',
    'nie, keine, unbefristet, offen, nunca, ninguna, ninguno, indefinido, indefinida, sin fecha, mai, nessuna, indeterminato',
    'tempo indeterminato, nooit, geen, onbepaald, onbepaalde tijd, nenhuma, indeterminado, なし, 無し, 無期, 無期限, 未定',
  ].flatMap((list) => list.split(', ')),
);
/** Years before the first one of an era. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 };
/** 1990 to 2079 as a spreadsheet counts days: any other number of five digits is no date. */
const serials = { first: 32_874, last: 65_744 };

/** `31 Dec 2024`, `31-Dec-24`, « mardi 1er janvier 2027 », `Dec 31, 2024`, `Dec 2024`. */
function readWords(text: string): ReadDay | undefined {
  const words = foldText(text)
    .replace(/\b(?:de|del)\b/gu, ' ')
    .split(/ +/u);
  const [one = '', two = '', three = '', four] =
    words.length > 2 && isWeekday(words[0] ?? '') && monthOf(words[0] ?? '') === undefined ? words.slice(1) : words;
  const [first, second] = [monthOf(one), monthOf(two)];
  if (second !== undefined)
    return exactly(dayOf(wholeYear(three), second, one.replace(/^(\d{1,2})\p{L}{1,2}$/u, '$1')));
  if (first === undefined) return undefined;
  if (/^\d{4}$/u.test(two) && three === '') return wholeMonth(two, first);
  // « mar 5 janvier 2027 » is a Tuesday.
  if (monthOf(three) !== undefined && isWeekday(one)) return exactly(dayOf(wholeYear(four), monthOf(three), two));
  return exactly(dayOf(wholeYear(three), first, two.replace(/^(\d{1,2})\p{L}{2}$/u, '$1')));
}

function exactly(day: string | undefined): ReadDay | undefined {
  return day === undefined ? undefined : { earliest: day, latest: day };
}

function wholeMonth(year = '', month = ''): ReadDay | undefined {
  const earliest = dayOf(year, month, '1');
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const latest = dayOf(year, month, String(last));
  return earliest === undefined || latest === undefined ? undefined : { earliest, latest };
}

function swapped(match: RegExpExecArray | null): readonly string[] | null {
  return match === null ? null : [match[0], match[2] ?? '', match[1] ?? ''];
}

function wholeYear(year = ''): string {
  return year.length === 2 ? `20${year}` : year;
}

function yearOfEra(era = '', year = ''): string {
  return String((eras[era.toUpperCase()] ?? 0) + (year === '元' ? 1 : Number(year)));
}

function dayOfSerial(serial: number): string | undefined {
  if (serial < serials.first || serial > serials.last) return undefined;
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
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
