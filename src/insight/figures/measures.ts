import {
  engagement,
  instrumentQuestions,
  understanding,
  type AgreementId,
  type ChoiceQuestion,
} from '../../domain/instruments';
import type { MeasureId } from '../../domain/figures';
import { instruments, type AnswerSheet } from '../../domain/survey';
import { fewestGuarded, fewestTold } from '../../privacy/small-groups';
import type { Scale } from '../statistics/bound-missing';

/** The ends of agreement. */
export const agreementScale: Scale = { least: 1, most: 5 };

/** A measure on the scale of agreement: the mean of its statements, reversed ones turned. */
export interface LevelMeasure<Id extends string = MeasureId> {
  readonly id: Id;
  readonly items: readonly { readonly id: string; readonly reversed?: true }[];
  /** Fewest answers of which it is told, in each role. */
  readonly fewest: number;
  /** Whether it may be told of people who share an attribute. */
  readonly cut: boolean;
}

/**
 * Courage and safety are told of ten people at least and never cut: of five, a low figure would have its five looked at (Edmondson, Psychological Safety and
 * Learning Behavior in Work Teams, Administrative Science Quarterly 44, 1999, on what asking costs where it is low).
 */
const guarded = { fewest: fewestGuarded, cut: false };
/** The rule of every other measure. */
export const open = { fewest: fewestTold, cut: true };
const single = (id: AgreementId & MeasureId, rule = open): LevelMeasure => ({ id, items: [{ id }], ...rule });

/** Every measure that has a mean. */
export const levelMeasures: readonly LevelMeasure[] = [
  { id: 'understanding', items: understanding, ...open },
  single('confidence'),
  single('speak-up', guarded),
  single('safe', guarded),
  single('satisfied'),
  single('useful'),
  single('heard'),
  single('learned'),
  single('recognition'),
  single('pride'),
  single('meaning'),
  single('ideas'),
  { id: 'engagement', items: engagement, ...open },
  single('variety'),
];

/** Every question with choices. */
export const choiceMeasures: readonly ChoiceQuestion[] = [
  ...new Map(
    instruments
      .flatMap(instrumentQuestions)
      .flatMap((question) => (question.type === 'choice' ? [[question.id, question] as const] : [])),
  ).values(),
];

/**
 * A person's score: the mean of what they answered, where it is half of the statements at least (the half rule for scales: Fayers and Machin, Quality of Life,
 * 2016, chapter 15). Undefined otherwise.
 */
export function scoreOf({ items }: LevelMeasure<string>, { values }: AnswerSheet): number | undefined {
  const given = items.flatMap(({ id, reversed }) => {
    const value = values[id];
    if (typeof value !== 'number') return [];
    return [reversed === true ? agreementScale.least + agreementScale.most - value : value];
  });
  if (given.length === 0 || 2 * given.length < items.length) return undefined;
  return given.reduce((sum, value) => sum + value, 0) / given.length;
}
