import { permittedSkewMilliseconds, type Instant, type RealClock } from '../src/kernel/clock';
import { CodedError } from '../src/kernel/coded-error';
import type { RowStore } from '../src/kernel/row-store';
import type { Log } from './log';
import type { Metrics } from './metrics';

/** One answer of the store: its own time as its Date header tells (to the second), and this machine's clock before and after. */
export interface StoreAnswer {
  readonly sentAt: Instant;
  readonly answeredAt: Instant;
  readonly storeTime: Instant;
}

/** What this machine's clock is compared with, and what follows from it. */
export interface ClockGuard {
  readonly realClock: RealClock;
  /** Takes note of what the store's clock said. */
  note(answer: StoreAnswer): void;
  /** Whether this machine's clock is further from the store's than two clocks may be, by its last answer. */
  isWrong(): boolean;
}

type Judgement = 'right' | 'off' | 'wrong';

/** From here on it is told, though nothing is stopped: a machine that keeps time is right to within a second. */
const tellFromMilliseconds = 10_000;
/** While it lasts it is told again, so that whoever watches the log need not remember. */
const tellAgainMilliseconds = 300_000;
/** The Date header tells whole seconds. */
const headerMilliseconds = 1_000;

/**
 * Compares this machine's clock with the store's at each of its answers. All servers share the store, so it is the store's clock that they
 * agree on; whoever is wrong about it would take leases that never end, or send next week's messages today.
 */
export function createClockGuard(about: {
  readonly realClock: RealClock;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  readonly metrics: Pick<Metrics, 'clockSkew'>;
}): ClockGuard {
  let judged: Judgement = 'right';
  let toldAt = 0;
  return {
    realClock: about.realClock,
    note(answer) {
      const skew = skewOf(answer);
      if (skew === undefined) return;
      about.metrics.clockSkew(skew / 1000);
      const judgement = judge(Math.abs(skew));
      const now = Date.parse(answer.answeredAt);
      const isNew = judgement !== judged;
      judged = judgement;
      if (!isNew && (judgement === 'right' || Math.abs(now - toldAt) < tellAgainMilliseconds)) return;
      toldAt = now;
      tell(about.log, judgement, Math.round(skew));
    },
    isWrong: () => judged === 'wrong',
  };
}

/** The store as a server with this clock may use it: it reads, and writes nothing while the clock is wrong. */
export function guardWrites<Rows>(store: RowStore<Rows>, guard: Pick<ClockGuard, 'isWrong'>): RowStore<Rows> {
  return {
    ...store,
    commit: async (partition, writes) => {
      if (guard.isWrong())
        throw new CodedError(
          'storage-clock-wrong',
          `The clock of this server is more than ${String(permittedSkewMilliseconds / 1000)} s from the store's: it writes nothing. Set it right; no restart is needed.`,
        );
      return store.commit(partition, writes);
    },
  };
}

/**
 * By how many milliseconds the clock is ahead of the store's at least (negative: behind), 0 where both may be the same. Undefined where the
 * answer took so long, or the clock was moved meanwhile, that nothing follows.
 */
function skewOf({ sentAt, answeredAt, storeTime }: StoreAnswer): number | undefined {
  const [sent, answered, store] = [sentAt, answeredAt, storeTime].map((at) => Date.parse(at)) as [
    number,
    number,
    number,
  ];
  if (Number.isNaN(store) || answered < sent || answered - sent > tellFromMilliseconds) return undefined;
  if (sent > store + headerMilliseconds) return sent - store - headerMilliseconds;
  return answered < store ? answered - store : 0;
}

function judge(milliseconds: number): Judgement {
  if (milliseconds > permittedSkewMilliseconds) return 'wrong';
  return milliseconds > tellFromMilliseconds ? 'off' : 'right';
}

function tell(log: Pick<Log, 'info' | 'warn' | 'error'>, judgement: Judgement, milliseconds: number): void {
  switch (judgement) {
    case 'wrong':
      log.error(
        { event: 'clock-wrong', milliseconds },
        'The clock of this server is too far from the store’s: it takes nothing, writes nothing and sends nothing until it is right',
      );
      return;
    case 'off':
      log.warn({ event: 'clock-off', milliseconds }, 'The clock of this server differs from the store’s');
      return;
    case 'right':
      log.info({ event: 'clock-right', milliseconds }, 'The clock of this server is right again');
  }
}
