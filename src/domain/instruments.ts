import type { Instrument } from './survey';

export type Question =
  | { readonly id: string; readonly type: 'agreement'; readonly reversed?: boolean }
  | { readonly id: string; readonly type: 'zero-to-ten' }
  | { readonly id: string; readonly type: 'choice'; readonly choices: readonly string[] }
  | { readonly id: string; readonly type: 'comment' };

const perception: readonly Question[] = [
  { id: 'perception-open', type: 'agreement' },
  { id: 'perception-learn', type: 'agreement' },
  { id: 'perception-distance', type: 'agreement', reversed: true },
];
const tool: Question = { id: 'tool-use', type: 'choice', choices: ['never', 'tried', 'monthly', 'weekly', 'daily'] };

const questions: Readonly<Record<Instrument, readonly Question[]>> = {
  baseline: [...perception, { id: 'confidence', type: 'agreement' }, tool],
  pulse: [
    { id: 'useful', type: 'agreement' },
    { id: 'heard', type: 'agreement' },
    { id: 'learned', type: 'agreement' },
  ],
  midpoint: [...perception, { id: 'useful', type: 'agreement' }, { id: 'comment', type: 'comment' }],
  closing: [
    ...perception,
    { id: 'confidence', type: 'agreement' },
    tool,
    { id: 'again', type: 'zero-to-ten' },
    { id: 'recognition', type: 'agreement' },
    { id: 'comment', type: 'comment' },
  ],
};

/** The questions of an instrument in their order; the words are in `text/`, keys `survey.question.<id>`. */
export function instrumentQuestions(instrument: Instrument): readonly Question[] {
  return questions[instrument];
}
