/** Runs something after so many milliseconds; the answer calls it off. */
export type After = (milliseconds: number, run: () => void) => () => void;

export interface TurnLoopRules {
  /** The pause where there is something to do, or may be soon. */
  readonly everyMilliseconds: number;
  /** The longest pause while there is nothing; default: never longer than the usual one. */
  readonly longestMilliseconds?: number;
  /** One turn. For how many milliseconds nothing is known to fall due: 0 where something was done or waits. */
  readonly run: () => Promise<number>;
  readonly onError: (error: unknown) => void;
  /** Default: the timers of this process. */
  readonly after?: After;
}

/**
 * Runs something again and again, never twice at once. While turns find nothing, each pause is twice as long as the one before, up to the
 * longest, and ends when something is known to fall due. An error that comes out of `run` is handed to `onError` and the loop goes on.
 */
export class TurnLoop {
  private readonly every: number;
  private readonly longest: number;
  private readonly after: After;
  private current: Promise<unknown> = Promise.resolve();
  private callOff: () => void = () => undefined;
  /** The pause that a turn which finds nothing is followed by, unless something falls due before. */
  private next: number;
  /** The pause under way. */
  private pause = 0;
  private state: 'new' | 'waiting' | 'busy' | 'ended' = 'new';
  private told: 'nothing' | 'soon' | 'now' = 'nothing';

  constructor(private readonly rules: TurnLoopRules) {
    this.every = rules.everyMilliseconds;
    this.longest = Math.max(this.every, rules.longestMilliseconds ?? 0);
    this.after = rules.after ?? realAfter;
    this.next = this.every;
  }

  start(): void {
    if (this.state === 'new') this.arm(0);
  }

  /** Something has changed: runs at once. */
  wake(): void {
    if (this.state === 'busy') this.told = 'now';
    else if (this.state === 'waiting') this.arm(0);
  }

  /** Something may change soon: the next turn comes after the usual pause at the latest. */
  stir(): void {
    this.next = this.every;
    if (this.state === 'busy' && this.told === 'nothing') this.told = 'soon';
    else if (this.state === 'waiting' && this.pause > this.every) this.arm(this.every);
  }

  /** No new turn; returns when the one under way has ended. */
  async end(): Promise<void> {
    this.state = 'ended';
    this.callOff();
    await this.current;
  }

  private arm(milliseconds: number): void {
    this.callOff();
    this.state = 'waiting';
    this.pause = milliseconds;
    this.callOff = this.after(milliseconds, () => {
      this.current = this.turn();
    });
  }

  private async turn(): Promise<void> {
    if (this.state !== 'waiting') return;
    this.state = 'busy';
    this.told = 'nothing';
    let quiet = 0;
    try {
      quiet = await this.rules.run();
    } catch (error) {
      this.rules.onError(error);
    }
    const pause = this.pauseAfter(quiet);
    if (this.isBusy()) this.arm(pause);
  }

  private pauseAfter(quiet: number): number {
    if (this.told === 'now') return 0;
    if (this.told === 'soon' || quiet <= 0) {
      this.next = this.every;
      return this.every;
    }
    const pause = Math.max(this.every, Math.min(quiet, this.next));
    this.next = Math.min(this.longest, 2 * this.next);
    return pause;
  }

  /** It may have been ended meanwhile. */
  private isBusy(): boolean {
    return this.state === 'busy';
  }
}

const realAfter: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};
