import type { RealClock } from '../src/kernel/clock';
import type { Log } from './log';
import type { Metrics } from './metrics';

/** Refused tokens in a minute from which on it is told: a client that is wrong brings one at each try, somebody who tries brings many. */
const often = 60;
const minute = 60_000;

/** Where a token was brought: by the Bot Framework, or by the tab. */
export type TokenPlace = 'bot' | 'tab';

/**
 * Counts refused tokens, and tells once a minute where there are many: whoever has proved nothing must not fill the log. Neither tokens nor
 * addresses are told.
 */
export function createRefusedTokens(about: {
  readonly realClock: RealClock;
  readonly log: Pick<Log, 'warn'>;
  readonly metrics: Pick<Metrics, 'refusedToken'>;
}): (place: TokenPlace, reason: string) => void {
  const counts = new Map<TokenPlace, { begun: number; count: number }>();
  return (place, reason) => {
    about.metrics.refusedToken(place, reason);
    const now = Date.parse(about.realClock.now());
    const before = counts.get(place);
    const isSame = before !== undefined && Math.abs(now - before.begun) < minute;
    const current = isSame ? before : { begun: now, count: 0 };
    current.count++;
    counts.set(place, current);
    if (current.count === often)
      about.log.warn(
        { event: 'tokens-refused', kind: place, count: often },
        'Many tokens were refused within a minute',
      );
  };
}
