import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node';
import { columnName, figureCell, figureColumns, roundName, type FigureColumn } from '../../src/insight/describe-figure';
import type { FileLines, ResultsFile, WriteResultsWorkbook } from '../../src/insight/export-figures';
import type { FigureLine } from '../../src/insight/list-figures';
import type { OwnFigureLine } from '../../src/insight/list-own-figures';
import { insightText } from '../../src/insight/text/insight-text';
import { formatLongDay } from '../../src/language/format-long-day';
import type { Language } from '../../src/language/languages';
import { fewestGuarded } from '../../src/privacy/small-groups';

type Line = FigureLine | OwnFigureLine;

interface FigureSheet {
  readonly name: 'changes' | 'shares' | 'again' | 'means' | 'own';
  readonly has: (line: Line) => boolean;
  readonly columns: readonly FigureColumn[];
}

const about = ['round', 'measure', 'role'] as const;
const interval = ['value', 'low', 'high'] as const;

const ownSheet: FigureSheet = { name: 'own', has: () => true, columns: figureColumns };

const sheets: readonly FigureSheet[] = [
  {
    name: 'changes',
    has: ({ kind }) => kind === 'change' || kind === 'difference' || kind === 'looking-back',
    columns: figureColumns.filter((column) => column !== 'cut' && column !== 'answer'),
  },
  {
    name: 'shares',
    has: ({ kind, measure }) => kind === 'share' || (kind === 'answers' && measure !== 'again'),
    columns: ['kind', ...about, 'answer', 'n', ...interval],
  },
  {
    name: 'again',
    has: ({ kind, measure }) => kind === 'promoters' || (kind === 'answers' && measure === 'again'),
    columns: ['kind', ...about, 'answer', 'n', ...interval],
  },
  { name: 'means', has: ({ kind }) => kind === 'mean', columns: [...about, 'cut', 'n', 'value'] },
];

/** In characters, as spreadsheets count the width of a column. */
const widths: Partial<Record<FigureColumn | 'words', number>> = {
  kind: 24,
  round: 18,
  measure: 44,
  role: 22,
  cut: 26,
  answer: 20,
  method: 40,
  words: 100,
};
const usualWidth = 14;

const signed = '+0.00;-0.00;0.00';
const formats: Partial<Record<FigureLine['kind'], string>> = {
  change: signed,
  difference: signed,
  'looking-back': signed,
  share: '0%',
  promoters: '+0.0;-0.0;0.0',
  mean: '0.00',
};
const counted: readonly FigureColumn[] = ['n', 'waiting', 'missing', 'rose', 'fell'];
const head = { fontWeight: 'bold', wrap: true, alignVertical: 'top', backgroundColor: '#EDEBE9' } as const;

/** The figures as an XLSX workbook: a sheet of each kind, heads that stay, numbers as numbers, and one that says what they mean. */
export const writeResultsWorkbook: WriteResultsWorkbook = async (taken, { language, now }) => {
  const aboutSheet: Sheet<never> = {
    sheet: insightText(language, 'sheet.about'),
    columns: [{ width: 28 }, { width: widths.words }],
    data: [
      ...[
        ['programme', taken.name[language]] as const,
        ['date', formatLongDay(now, taken.timeZone, language)] as const,
        ['read', insightText(language, 'about.frozen')] as const,
      ].map(([key, words]) => [boldCell(insightText(language, `about.${key}`)), wordsCell(words)]),
      [
        null,
        wordsCell(
          insightText(language, 'about.rule', {
            ...taken.thresholds,
            guarded: Math.max(fewestGuarded, taken.thresholds.scores),
          }),
        ),
      ],
      [null, wordsCell(insightText(language, 'about.cause'))],
      [],
      [headCell(insightText(language, 'about.column')), headCell(insightText(language, 'about.meaning'))],
      ...figureColumns.map((column) => [
        boldCell(columnName(column, language)),
        wordsCell(insightText(language, `about.${column}`)),
      ]),
    ],
  };
  const written = await writeXlsxFile(
    [
      ...sheets.map((sheet) => figureSheet(sheet, taken.figures, language)),
      ...(taken.own.length === 0 ? [] : [figureSheet(ownSheet, taken.own, language)]),
      ...taken.others.map((lines) => linesSheet(lines, language)),
      ...(taken.comments.length > 0 ? [commentSheet(taken.comments, language)] : []),
      aboutSheet,
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
  return written;
};

function figureSheet({ name, has, columns }: FigureSheet, figures: readonly Line[], language: Language): Sheet<never> {
  return {
    sheet: insightText(language, `sheet.${name}`),
    stickyRowsCount: 1,
    columns: columns.map((column) => ({ width: widths[column] ?? usualWidth })),
    data: [
      columns.map((column) => headCell(columnName(column, language))),
      ...figures.filter(has).map((line) => columns.map((column) => figureCellOf(line, column, language))),
    ],
  };
}

function linesSheet({ sheet, columns, format, lines }: FileLines, language: Language): Sheet<never> {
  return {
    sheet,
    stickyRowsCount: 1,
    columns: columns.map((column) => ({ width: widths[column] ?? usualWidth })),
    data: [
      columns.map((column) => headCell(columnName(column, language))),
      ...lines.map((line) =>
        columns.map((column): Cell => {
          const value = line[column];
          if (value === undefined) return null;
          return typeof value === 'string'
            ? wordsCell(value)
            : { value, type: Number, format: counted.includes(column) ? '0' : (line.format ?? format) };
        }),
      ),
    ],
  };
}

/** Words of people are cells of text, which no spreadsheet runs. */
function commentSheet(comments: ResultsFile['comments'], language: Language): Sheet<never> {
  return {
    sheet: insightText(language, 'sheet.comments'),
    stickyRowsCount: 1,
    columns: [{ width: widths.round }, { width: widths.measure }, { width: widths.words }],
    data: [
      [
        headCell(columnName('round', language)),
        headCell(insightText(language, 'column.question')),
        headCell(insightText(language, 'kind.comment')),
      ],
      ...comments.flatMap(({ texts, ...about }) => {
        const place = [
          wordsCell(roundName(about, language)),
          about.question === undefined ? null : wordsCell(about.question.words[language]),
        ];
        return texts.map((text): Cell[] => [...place, wordsCell(text)]);
      }),
    ],
  };
}

function figureCellOf(line: Line, column: FigureColumn, language: Language): Cell {
  const value = figureCell(line, column, language);
  if (value === undefined) return null;
  if (typeof value === 'string') return { value, type: String };
  return { value, type: Number, format: formatOf(line, column) };
}

function formatOf({ kind }: Line, column: FigureColumn): string {
  if (counted.includes(column) || kind === 'answers') return '0';
  if (column === 'before' || column === 'after') return '0.00';
  return column === 'probability' ? '0.000' : (formats[kind] ?? '0.00');
}

const headCell = (value: string): Cell => ({ value, type: String, ...head });
const boldCell = (value: string): Cell => ({ value, type: String, fontWeight: 'bold', alignVertical: 'top' });
const wordsCell = (value: string): Cell => ({ value, type: String, wrap: true, alignVertical: 'top' });
