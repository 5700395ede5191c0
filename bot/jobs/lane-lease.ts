import { plusMilliseconds, type Instant } from '../../src/kernel/clock';
import type { Stored } from '../../src/kernel/row-store';
import type { Lane } from '../../src/domain/rows';
import type { BackgroundDeps } from './background-deps';

const partition = 'tenant';
const key = 'lane';
const never: Instant = '1970-01-01T00:00:00.000Z';

/**
 * Who may send for the tenant: one row, held for some seconds of real time by whoever wrote it last. Losing it is harmless, since each
 * message is claimed for itself; holding it keeps the tenant within its budget.
 */
export class LaneLease {
  private row: Stored<Lane> | undefined;
  private paused: Instant = never;

  constructor(private readonly deps: BackgroundDeps) {}

  /** Takes or keeps the lane; false while another process holds it. */
  async hold(): Promise<boolean> {
    const now = this.deps.realClock.now();
    const half = plusMilliseconds(now, (this.deps.pace.leaseSeconds * 1000) / 2);
    if (this.row !== undefined && this.row.value.heldUntil > half) return true;
    const stored = await this.deps.ports.tenants.get(partition, 'lane', key);
    if (stored !== undefined && stored.value.holder !== this.deps.holder && stored.value.heldUntil > now) {
      this.row = undefined;
      return false;
    }
    return this.write(stored, this.until(), stored?.value.notBefore ?? never);
  }

  /** Real time before which Teams wants nothing more of this tenant. */
  notBefore(): Instant {
    const written = this.row?.value.notBefore ?? never;
    return written > this.paused ? written : this.paused;
  }

  /** Slows the whole tenant; the next holder reads it too. */
  async slow(milliseconds: number): Promise<void> {
    const until = plusMilliseconds(this.deps.realClock.now(), milliseconds);
    if (this.paused >= until) return;
    // At once for the sends under way here, whatever becomes of the row.
    this.paused = until;
    const stored = await this.deps.ports.tenants.get(partition, 'lane', key);
    if (stored?.value.holder !== this.deps.holder) return;
    if (stored.value.notBefore < until) await this.write(stored, this.until(), until);
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
