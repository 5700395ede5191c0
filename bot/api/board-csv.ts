import { stringify } from 'csv-stringify/sync';
import { Temporal } from 'temporal-polyfill';
import type { BoardRowDto } from '../../src/board/api-contract';
import { boardText } from '../../src/board/text/board-text';
import type { TextValues } from '../../src/language/define-texts';
import { formatZone } from '../../src/language/format-zone';
import { topicName } from '../../src/catalogues/topics';
import type { Language } from '../../src/language/languages';

/** What a spreadsheet set to the language takes for the end of a cell: Excel in French reads no comma. */
const delimiterOf: Readonly<Record<Language, string>> = { fr: ';', en: ',' };

/** The board as RFC 4180 with a byte order mark, times in the programme's zone. A cell a spreadsheet would run is quoted with an apostrophe. */
export function boardCsv(
  rows: readonly BoardRowDto[],
  about: { readonly language: Language; readonly months: number; readonly timeZone: string },
): string {
  const { language, months, timeZone } = about;
  const word = (key: Parameters<typeof boardText>[1], values?: TextValues): string => boardText(language, key, values);
  const numbers = Array.from({ length: months }, (_, index) => index + 1);
  const header = [
    ...(['mentor', 'mentee', 'topics', 'started'] as const).map((key) => word(`csv.${key}`)),
    ...numbers.map((number) => word('csv.month', { number })),
    word('csv.next-session', {
      zone: formatZone(timeZone, language, rows[0]?.startedAt ?? '2026-01-15T12:00:00.000Z'),
    }),
    word('csv.health'),
  ];
  const records = rows.map((row) => [
    row.mentor.name,
    row.mentee.name,
    row.topics.map((topic) => topicName(topic, language)).join(', '),
    wallTime(row.startedAt, timeZone).slice(0, 10),
    ...numbers.map((number) => word(`csv.step.${row.months[number - 1] ?? 'none'}`)),
    row.nextSession === undefined ? '' : wallTime(row.nextSession, timeZone),
    word(`csv.health.${row.health}`),
  ]);
  return stringify(
    [header, ...records].map((record) => record.map(harmless)),
    { bom: true, record_delimiter: 'windows', delimiter: delimiterOf[language] },
  );
}

/** Quoted with an apostrophe where a spreadsheet would take the text for a formula, blanks and control characters before it included. */
export function harmless(cell: string): string {
  return /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n\u0000]/u.test(cell) ? `'${cell}` : cell;
}

function wallTime(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
}
