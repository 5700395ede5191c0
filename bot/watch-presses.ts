import type { Action } from '../src/dispatch/actions';
import type { UseCaseContext } from '../src/domain/ports';
import type { Notice } from '../src/domain/view';
import type { ActionOutcome } from '../src/member/action-outcome';
import type { Log } from './log';
import type { Metrics } from './metrics';

/** Answers to a press that was somebody else's to make, or about what is not there for them. */
const refusals: ReadonlySet<Notice> = new Set(['not-found', 'not-allowed', 'not-in-programme']);

/** Looks at what a press led to, and hands it on. */
export type WatchPress = (action: Action, context: UseCaseContext, outcome: ActionOutcome) => ActionOutcome;

/**
 * Counts and logs the presses that were refused, from Teams and from the tab: by verb and reason, never by whom or about whom. Who tries other
 * people's cards is seen in the rate.
 */
export function watchPresses(about: {
  readonly log: Pick<Log, 'info'>;
  readonly metrics: Pick<Metrics, 'refusedPress'>;
}): WatchPress {
  return ({ verb }, { correlationId }, outcome) => {
    if (outcome.view.card !== 'notice' || !refusals.has(outcome.view.notice)) return outcome;
    const reason = outcome.view.notice;
    about.metrics.refusedPress(verb, reason);
    about.log.info({ event: 'press-refused', verb, reason, correlationId }, 'A press was refused');
    return outcome;
  };
}
