import { isTakenUntil, plusMilliseconds, type Instant } from '../../src/kernel/clock';
import type { Stored } from '../../src/kernel/row-store';
import type { Lane } from '../../src/domain/rows';
import type { BackgroundDeps } from './background-deps';

const partition = 'tenant';
const key = 'lane';
const never: Instant = '1970-01-01T00:00:00.000Z';

/** Teams is never asked to wait longer than this, whatever its answer says. */
export const longestPause = 900_000;

/**
 * Who may send for the tenant: one row, held for some seconds of real time by whoever wrote it last. Losing it is harmless, since each
 * message is claimed for itself; holding it keeps the tenant within its budget. Asked for where something may go, so that an idle tenant's runs out.
 */
export class LaneLease {
  private row: Stored<Lane> | undefined;
  private paused: Instant = never;

  constructor(private readonly deps: BackgroundDeps) {}

  /** Whether this process holds the lane, by what it knows. */
  isLive(): boolean {
    return this.row !== undefined && this.isHeld(this.row.value, this.deps.realClock.now());
  }

  /** Takes or keeps the lane; false while another process holds it. */
  async hold(): Promise<boolean> {
    const now = this.deps.realClock.now();
    const half = plusMilliseconds(now, (this.deps.pace.leaseSeconds * 1000) / 2);
    if (this.row !== undefined && this.row.value.heldUntil > half && this.isLive()) return true;
    const stored = await this.deps.ports.tenants.get(partition, 'lane', key);
    const isOthers = stored !== undefined && stored.value.holder !== this.deps.holder && this.isHeld(stored.value, now);
    // The answer has told the store's time: whoever is wrong about it takes nothing.
    if (isOthers || this.deps.isClockWrong()) {
      this.row = undefined;
      return false;
    }
    return this.write(stored, this.until(), believed(stored?.value.notBefore ?? never, now));
  }

  /** Real time before which Teams wants nothing more of this tenant. */
  notBefore(): Instant {
    const now = this.deps.realClock.now();
    const written = believed(this.row?.value.notBefore ?? never, now);
    const paused = believed(this.paused, now);
    return written > paused ? written : paused;
  }

  /** Slows the whole tenant; the next holder reads it too. */
  async slow(milliseconds: number): Promise<void> {
    const now = this.deps.realClock.now();
    const until = plusMilliseconds(now, milliseconds);
    if (believed(this.paused, now) >= until) return;
    // At once for the sends under way here, whatever becomes of the row.
    this.paused = until;
    const stored = await this.deps.ports.tenants.get(partition, 'lane', key);
    if (stored?.value.holder !== this.deps.holder) return;
    if (believed(stored.value.notBefore, now) < until) await this.write(stored, this.until(), until);
  }

  /** Gives the lane back, so that another process need not wait. */
  async release(): Promise<void> {
    const stored = await this.deps.ports.tenants.get(partition, 'lane', key);
    this.row = undefined;
    if (stored?.value.holder !== this.deps.holder) return;
    await this.deps.ports.tenants.commit(partition, [
      {
        op: 'replace',
        kind: 'lane',
        key,
        etag: stored.etag,
        value: { ...stored.value, heldUntil: this.deps.realClock.now() },
      },
    ]);
  }

  private isHeld({ heldUntil }: Lane, now: Instant): boolean {
    return isTakenUntil(heldUntil, now, this.deps.pace.leaseSeconds * 1000);
  }

  private until(): Instant {
    return plusMilliseconds(this.deps.realClock.now(), this.deps.pace.leaseSeconds * 1000);
  }

  private async write(stored: Stored<Lane> | undefined, heldUntil: Instant, notBefore: Instant): Promise<boolean> {
    const value: Lane = { holder: this.deps.holder, heldUntil, notBefore };
    const written = await this.deps.ports.tenants.commit(partition, [
      stored === undefined
        ? { op: 'insert', kind: 'lane', key, value }
        : { op: 'replace', kind: 'lane', key, value, etag: stored.etag },
    ]);
    this.row = written.ok ? { key, value, etag: '' } : undefined;
    return written.ok;
  }
}

/** The moment until which Teams wants a rest; `never` where it is further away than any rest, and so comes of a wrong clock. */
function believed(notBefore: Instant, now: Instant): Instant {
  return isTakenUntil(notBefore, now, longestPause) ? notBefore : never;
}
