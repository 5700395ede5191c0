import { columnName } from '../../src/insight/describe-figure';
import { writeChange } from '../../src/insight/write-change';
import type { FigureLine } from '../../src/insight/list-figures';
import { writeAmount } from '../../src/insight/write-told';
import { insightText } from '../../src/insight/text/insight-text';
import type { BoardReport, WriteBoardReport } from '../../src/hr-page/read-board-report';
import { hrPageText } from '../../src/hr-page/text/hr-page-text';
import { formatNumber } from '../../src/language/format-number';
import { formatLongDay } from '../../src/language/format-long-day';
import type { Instant } from '../../src/kernel/clock';
import { CodedError } from '../../src/kernel/coded-error';
import { localeOf, type Language } from '../../src/language/languages';
import { drawChanges } from './draw-changes';
import { openDocument } from './open-document';
import { createPageWriter, type PageWriter } from './page-writer';

/** Sizes of the letters, the first that fits. */
const scales = [1, 0.85, 0.7, 0.6, 0.55] as const;

/**
 * The report as a tagged PDF of one A4 page (PDF/UA: title, language, headings, lists, a table with heads, a picture with its words), its font embedded.
 * Where the objectives are long its letters are smaller. Throws `report-too-long`, which five objectives of the longest wording and five conditions are not, with all that is told of moves.
 */
export const writeBoardReport: WriteBoardReport = async (report, about) => {
  for (const scale of scales) {
    const written = await writeAt(scale, report, about);
    if (written.pages === 1) return written.bytes;
  }
  throw new CodedError('report-too-long', 'The report does not fit on its page.');
};

async function writeAt(
  scale: number,
  report: BoardReport,
  about: { readonly language: Language; readonly now: Instant },
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const { language, now } = about;
  const { document, bytes } = openDocument({
    title: `${report.programme.name[language]} – ${hrPageText(language, 'report.title')}`,
    language,
    now,
  });
  let pages = 1;
  document.on('pageAdded', () => pages++);
  writePage(createPageWriter(document, scale), report, about);
  document.end();
  return { bytes: await bytes, pages };
}

function writePage(
  page: PageWriter,
  { programme, timeZone, fewest, changes, again, pilot, moves }: BoardReport,
  { language, now }: { readonly language: Language; readonly now: string },
): void {
  const numbers = numbersOf(language);
  const say = (key: Parameters<typeof hrPageText>[1], values?: Readonly<Record<string, string | number>>): string =>
    hrPageText(language, key, values);
  page.heading(1, programme.name[language]);
  page.paragraph(
    `${say('report.title')}. ${say('report.dates', {
      start: formatLongDay(`${programme.startsOn}T12:00:00Z`, 'UTC', language),
      months: programme.months,
      date: formatLongDay(now, timeZone, language),
    })}`,
  );
  page.heading(2, say('report.figures'));
  page.list(
    programme.figures.flatMap(({ figure, value }) =>
      value === undefined ? [] : [`${say(`report.figure.${figure}`)} – ${numbers.whole(value)}`],
    ),
  );
  if (programme.objectives.length > 0) {
    page.heading(2, say('report.objectives'));
    page.list(programme.objectives.map((objective) => objectiveLine(objective, language)));
  }
  if (changes.length > 0) {
    page.heading(2, say('report.changes'));
    drawChanges(page, {
      heads: [columnName('measure', language), columnName('n', language), say('report.change'), say('report.interval')],
      picture: say('report.chart'),
      rows: changes.map((line) => ({
        cells: [
          `${insightText(language, `measure.${line.measure}`)} – ${insightText(language, `side.${line.side}`)}`,
          numbers.whole(line.n),
          numbers.signed(line.value),
          `${numbers.signed(line.low ?? line.value)} … ${numbers.signed(line.high ?? line.value)}`,
        ],
        middle: line.value,
        low: line.low ?? line.value,
        high: line.high ?? line.value,
      })),
    });
    page.paragraph(say('report.read'));
  }
  if (again.length > 0) {
    page.heading(2, say('report.again'));
    page.list(again.map((line) => againLine(line, language)));
  }
  if (pilot !== undefined) {
    page.heading(2, pilot.title);
    page.list(
      pilot.conditions.map(({ words, says, found }) => say('pilot.line', { condition: words, state: says, found })),
    );
  }
  if (moves.length > 0) {
    page.heading(2, say('moves.sheet'));
    page.list(moves);
    page.paragraph(say('moves.what'));
  }
  page.paragraph(`${say('report.cause')} ${say('report.privacy', { fewest })}`);
}

function objectiveLine(
  { wording, measure, unit, baseline, target }: BoardReport['programme']['objectives'][number],
  language: Language,
): string {
  const amount = (value: number): string => writeAmount(value, unit, language);
  const wish = wording[language];
  if (measure === undefined || baseline === undefined || target === undefined) return wish;
  const way = hrPageText(language, 'report.from-to', {
    measure: measure[language],
    baseline: amount(baseline),
    target: amount(target),
  });
  return `${wish.endsWith('.') ? wish : `${wish}.`} ${way}`;
}

function againLine({ side, value, low, high, n }: FigureLine, language: Language): string {
  const { signed } = numbersOf(language);
  return hrPageText(language, 'report.again-row', {
    side: insightText(language, `side.${side}`),
    score: signed(value),
    low: signed(low ?? value),
    high: signed(high ?? value),
    n,
  });
}

interface Numbers {
  readonly whole: (value: number) => string;
  /** A change with its sign (`writeChange`). */
  readonly signed: (value: number) => string;
}

function numbersOf(language: Language): Numbers {
  const locale = localeOf[language];
  return {
    whole: (value) => formatNumber(value, locale),
    signed: (value) => writeChange(value, locale),
  };
}
