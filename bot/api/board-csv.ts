import { Temporal } from 'temporal-polyfill';
import type { BoardRowDto } from '../../src/board/api-contract';
import { boardText } from '../../src/board/text/board-text';
import type { TextValues } from '../../src/language/define-texts';
import { formatZone } from '../../src/language/format-zone';
import { topicName } from '../../src/catalogues/topics';
import type { Language } from '../../src/language/languages';
import { writeCsv } from './csv-cells';

/** The board as a CSV file, times in the programme's zone. */
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
  return writeCsv([header, ...records], language);
}

function wallTime(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
}
