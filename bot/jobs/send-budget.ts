import type { RealClock } from '../../src/kernel/clock';

/** Sends per second of real time, evenly spread: a rest gives no credit. */
export class SendBudget {
  private next = 0;

  constructor(
    private readonly perSecond: number,
    private readonly realClock: RealClock,
    private readonly sleep: (milliseconds: number) => Promise<void>,
  ) {}

  /** Returns when the next send may go. */
  async take(): Promise<void> {
    const now = Date.parse(this.realClock.now());
    const interval = 1000 / this.perSecond;
    this.next = Math.max(this.next, now);
    const wait = this.next - now;
    this.next += interval;
    if (wait > 0) await this.sleep(wait);
  }
}
