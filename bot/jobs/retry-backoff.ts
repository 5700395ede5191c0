import type { RealClock } from '../../src/kernel/clock';

const firstPause = 1_000;
const longestPause = 300_000;

/**
 * Remembers rows whose work failed, so that one that always fails neither holds up the others nor is tried at every tick: 1 s, then
 * twice as long each time, up to five minutes. Forgotten with the process.
 */
export class RetryBackoff {
  private readonly failed = new Map<string, { readonly times: number; readonly notBefore: number }>();

  constructor(private readonly realClock: RealClock) {}

  /** Whether it may be tried now. */
  mayTry(key: string): boolean {
    return (this.failed.get(key)?.notBefore ?? 0) <= Date.parse(this.realClock.now());
  }

  hasFailed(key: string): boolean {
    return this.failed.has(key);
  }

  note(key: string): void {
    const times = (this.failed.get(key)?.times ?? 0) + 1;
    const pause = Math.min(longestPause, firstPause * 2 ** (times - 1));
    this.failed.set(key, { times, notBefore: Date.parse(this.realClock.now()) + pause });
  }

  clear(key: string): void {
    this.failed.delete(key);
  }
}
