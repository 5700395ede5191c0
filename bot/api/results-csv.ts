import { columnName, figureCell, figureColumns } from '../../src/insight/describe-figure';
import type { FigureExport } from '../../src/insight/export-figures';
import type { Language } from '../../src/language/languages';
import { writeCsv } from './csv-cells';

/** One line for each figure, in the words of the page; those of HR's own questions come last. */
export function resultsCsv({ figures, own }: Pick<FigureExport, 'figures' | 'own'>, language: Language): string {
  return writeCsv(
    [
      figureColumns.map((column) => columnName(column, language)),
      ...[...figures, ...own].map((line) => figureColumns.map((column) => figureCell(line, column, language))),
    ],
    language,
  );
}
