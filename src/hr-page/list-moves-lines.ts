import type { FileLines } from '../insight/export-figures';
import type { Language } from '../language/languages';
import type { MoveFigure, MovesPage } from './moves-api-contract';
import { moveWords } from './moves-words';
import { hrPageText } from './text/hr-page-text';

/** Who left and who moved as lines of a file: participants, those who waited, and the difference in points, with the sentence that it is a description. */
export function listMovesLines({ told }: Pick<MovesPage, 'told'>, language: Language): FileLines {
  const sheet = hrPageText(language, 'moves.sheet');
  const lines = told.flatMap((figure) => {
    const measure = moveWords(figure, language);
    const { participants, waiting, difference } = figure;
    const of = ({ n, share, low, high }: MoveFigure['waiting']) => ({ n, value: share, low, high });
    return [
      { kind: sheet, measure, role: hrPageText(language, 'moves.participants'), ...of(participants) },
      { kind: sheet, measure, role: hrPageText(language, 'moves.waiting'), ...of(waiting) },
      {
        kind: sheet,
        measure,
        role: hrPageText(language, 'moves.difference'),
        n: participants.n,
        waiting: waiting.n,
        value: 100 * difference.value,
        low: 100 * difference.low,
        high: 100 * difference.high,
        format: '+0.0;-0.0;0.0',
      },
    ];
  });
  return {
    sheet,
    columns: ['kind', 'measure', 'role', 'n', 'waiting', 'value', 'low', 'high'],
    format: '0.0%',
    lines: [{ kind: sheet, measure: hrPageText(language, 'moves.what') }, ...lines],
  };
}
