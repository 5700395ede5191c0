import { columnName, figureCell, figureColumns } from '../../src/insight/describe-figure';
import type { FigureLine } from '../../src/insight/list-figures';
import type { Language } from '../../src/language/languages';
import { writeCsv } from './csv-cells';

/** One line for each figure, in the words of the page. */
export function resultsCsv(figures: readonly FigureLine[], language: Language): string {
  return writeCsv(
    [
      figureColumns.map((column) => columnName(column, language)),
      ...figures.map((line) => figureColumns.map((column) => figureCell(line, column, language))),
    ],
    language,
  );
}
