import type { Instrument } from './survey';

export type Question =
  | {
      readonly id:
        | 'perception-open'
        | 'perception-learn'
        | 'perception-distance'
        | 'confidence'
        | 'useful'
        | 'heard'
        | 'learned'
        | 'recognition';
      readonly type: 'agreement';
      readonly reversed?: boolean;
    }
  | { readonly id: 'again'; readonly type: 'zero-to-ten' }
  | {
      readonly id: 'tool-use';
      readonly type: 'choice';
      readonly choices: readonly ('never' | 'tried' | 'monthly' | 'weekly' | 'daily')[];
    }
  | { readonly id: 'comment'; readonly type: 'comment' };

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

/** The questions of an instrument in their order; their words are the survey's, keys `question.<id>`. */
export function instrumentQuestions(instrument: Instrument): readonly Question[] {
  return questions[instrument];
}
