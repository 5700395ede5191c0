import { columnName, figureCell, figureColumns } from '../../src/insight/describe-figure';
import { commentCell } from '../../src/insight/describe-comment';
import type { ResultsFile } from '../../src/insight/export-figures';
import type { Language } from '../../src/language/languages';
import { writeCsv } from './csv-cells';

/** One line for each figure, in the words of the page, those of HR's own questions last, then what is of no survey, then one for each comment, whose words stand where an answer does. */
export function resultsCsv(
  { figures, own, others, comments }: Pick<ResultsFile, 'figures' | 'own' | 'others' | 'comments'>,
  language: Language,
): string {
  return writeCsv(
    [
      figureColumns.map((column) => columnName(column, language)),
      ...[...figures, ...own].map((line) => figureColumns.map((column) => figureCell(line, column, language))),
      ...others.flatMap(({ lines }) => lines.map((line) => figureColumns.map((column) => line[column]))),
      ...comments.flatMap(({ texts, ...about }) =>
        texts.map((text) => figureColumns.map((column) => commentCell(about, text, column, language))),
      ),
    ],
    language,
  );
}
