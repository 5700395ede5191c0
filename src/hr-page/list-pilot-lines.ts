import type { FileLines } from '../insight/export-figures';
import type { Language } from '../language/languages';
import type { ToldPilot } from './pilot-api-contract';
import { hrPageText } from './text/hr-page-text';

/** The rule of a pilot as lines of a file: what it comes to first, then each condition with its figure. */
export function listPilotLines({ title, conditions }: ToldPilot, language: Language): FileLines {
  const sheet = hrPageText(language, 'pilot.sheet');
  return {
    sheet,
    columns: ['kind', 'measure', 'answer', 'n', 'value', 'low', 'high'],
    format: '0.00',
    lines: [
      { kind: sheet, measure: title },
      ...conditions.map(({ words, says, n, value, low, high }) => ({
        kind: sheet,
        measure: words,
        answer: says,
        ...(n === undefined ? {} : { n }),
        ...(value === undefined ? {} : { value }),
        ...(low === undefined || high === undefined ? {} : { low, high }),
      })),
    ],
  };
}
