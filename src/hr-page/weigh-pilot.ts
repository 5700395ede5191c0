import type { PilotCondition, PilotRule } from '../domain/pilot-contract';
import type { ProgrammeState } from '../domain/programme';
import { toldOf } from '../insight/follow-objectives';
import type { Results } from '../insight/results-contract';
import type { ProgressPage } from './progress-api-contract';

/** What a rule is weighed by: what its reader is told of answers and pairs anyway. */
export interface PilotFacts {
  readonly state: ProgrammeState;
  /** Pairs are still ending, or the closing survey has no figures yet. */
  readonly awaits: boolean;
  readonly results: Pick<Results, 'rounds'>;
  readonly progress: Pick<ProgressPage, 'hours' | 'over'>;
}

/** A figure in the unit of its condition, to two decimals, with its 95 % interval where it has one. */
export interface PilotFigure {
  readonly n: number;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

export interface WeighedCondition {
  readonly condition: PilotCondition;
  readonly state: 'open' | 'met' | 'not-met' | 'not-told';
  readonly figure?: PilotFigure;
}

export interface WeighedPilot {
  readonly outcome: 'draft' | 'open' | 'go-on' | 'stop' | 'undecided';
  readonly conditions: readonly WeighedCondition[];
}

/**
 * What the rule of a pilot comes to: go on where all conditions are met, stop where one is not, undecided where of one no figure is told and no other fails. Nothing
 * is weighed before the programme and its pairs are over and the closing survey has its figures, so that nobody stops it by a figure that happens to be there. A figure
 * is weighed as it is shown, to two decimals.
 */
export function weighPilot({ goesOnIf }: PilotRule, facts: PilotFacts): WeighedPilot {
  const { state, awaits } = facts;
  if (state !== 'closed' || awaits)
    return {
      outcome: state === 'setup' ? 'draft' : 'open',
      conditions: goesOnIf.map((condition) => ({ condition, state: 'open' })),
    };
  const conditions = goesOnIf.map((condition) => weigh(condition, facts));
  const has = (wanted: WeighedCondition['state']): boolean => conditions.some(({ state: one }) => one === wanted);
  return { outcome: has('not-met') ? 'stop' : has('not-told') ? 'undecided' : 'go-on', conditions };
}

function weigh(condition: PilotCondition, facts: PilotFacts): WeighedCondition {
  const found = figureOf(condition, facts);
  if (found === undefined) return { condition, state: 'not-told' };
  const { n, value, low, high } = found;
  const figure = {
    n,
    value: rounded(value),
    ...(low === undefined || high === undefined ? {} : { low: rounded(low), high: rounded(high) }),
  };
  return { condition, state: figure.value >= condition.atLeast ? 'met' : 'not-met', figure };
}

function figureOf(condition: PilotCondition, { results, progress }: PilotFacts): PilotFigure | undefined {
  const closing = results.rounds.find(({ instrument }) => instrument === 'closing');
  switch (condition.by) {
    case 'answers':
      return closing === undefined ? undefined : toldOf(closing, condition)[0];
    case 'change': {
      const change = closing?.changes.find(
        ({ measure, side, since }) => measure === condition.measure && side === condition.side && since === 'baseline',
      );
      return change === undefined ? undefined : { ...change, value: change.change };
    }
    case 'hours': {
      const { held = 0, planned = 0 } = progress.hours ?? {};
      return planned === 0 ? undefined : { n: planned, value: (100 * held) / planned };
    }
    case 'pairs':
      return progress.over === undefined ? undefined : shareOf(progress.over);
  }
}

function shareOf({ finished, of, low, high }: NonNullable<ProgressPage['over']>): PilotFigure {
  return { n: of, value: (100 * finished) / of, low: 100 * low, high: 100 * high };
}

function rounded(value: number): number {
  return Math.round(100 * value) / 100;
}
