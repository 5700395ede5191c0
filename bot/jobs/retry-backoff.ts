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
    const notBefore = this.failed.get(key)?.notBefore ?? 0;
    const now = Date.parse(this.realClock.now());
    // Further away than any pause: the clock was ahead when it was noted, and has been put right since.
    return notBefore <= now || notBefore > now + longestPause;
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
