/**
 * Runs something again and again, never twice at once: at every interval, sooner when woken. An error that comes out of `run` is handed
 * to `onError` and the loop goes on.
 */
export class TurnLoop {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<unknown> = Promise.resolve();
  private busy = false;
  private again = false;
  private ended = false;

  constructor(
    private readonly everyMilliseconds: number,
    private readonly run: () => Promise<unknown>,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.arm(0);
  }

  /** Runs soon, without waiting for the interval. */
  wake(): void {
    if (this.busy) this.again = true;
    else this.arm(0);
  }

  /** No new turn; returns when the one under way has ended. */
  async end(): Promise<void> {
    this.ended = true;
    clearTimeout(this.timer);
    await this.current;
  }

  private arm(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.ended) return;
    this.timer = setTimeout(() => {
      this.current = this.turn();
    }, milliseconds);
  }

  private async turn(): Promise<void> {
    if (this.busy || this.ended) return;
    this.busy = true;
    this.again = false;
    try {
      await this.run();
    } catch (error) {
      this.onError(error);
    } finally {
      this.busy = false;
      this.arm(this.wasWoken() ? 0 : this.everyMilliseconds);
    }
  }

  private wasWoken(): boolean {
    return this.again;
  }
}
