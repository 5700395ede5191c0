import type { BackgroundDeps } from './background-deps';
import { longestPause } from './lane-lease';
import { programmeIds, upTo } from './programmes';

/** So long (real time) a message that may go may stand first in its queue: the longest rest that Teams can ask for, and five minutes. */
export const stalledAfter = longestPause + 300_000;

interface First {
  readonly key: string;
  /** Real time at which it was first seen there. */
  readonly since: number;
}

/**
 * Notices that messages which may go do not, whoever should send them: another server that holds the lane and does nothing, or this one.
 * Measured in real time by the message that stands first in each queue, since programme time may be moved over a month at once.
 */
export class LaneWatch {
  private first: ReadonlyMap<string, First> = new Map();
  private stalled = 0;

  constructor(private readonly deps: BackgroundDeps) {}

  /** Looks at the first message of each programme that may go; nothing is read where this server has just sent everything. */
  async look(isClear: boolean): Promise<void> {
    const now = Date.parse(this.deps.realClock.now());
    const first = new Map<string, First>();
    for (const programmeId of isClear ? [] : await programmeIds(this.deps.ports)) {
      const key = await this.firstOf(programmeId);
      if (key === undefined) continue;
      const before = this.first.get(programmeId);
      first.set(programmeId, { key, since: before?.key === key ? Math.min(before.since, now) : now });
    }
    this.first = first;
    const longest = Math.max(0, ...[...first.values()].map(({ since }) => now - since));
    this.tell(longest >= stalledAfter ? Math.round(longest / 1000) : 0);
  }

  /** For how many seconds nothing has gone although it should; 0 while the lane moves. */
  stalledSeconds(): number {
    return this.stalled;
  }

  private async firstOf(programmeId: string): Promise<string | undefined> {
    const to = upTo(this.deps.programmeClock.now());
    return (await this.deps.ports.programmes.range(programmeId, 'queued', { to, limit: 1 })).rows[0]?.key;
  }

  private tell(seconds: number): void {
    const was = this.stalled;
    this.stalled = seconds;
    this.deps.metrics.laneStalled(seconds);
    if (seconds > 0)
      this.deps.log.error(
        { event: 'lane-stalled', milliseconds: seconds * 1000 },
        'Messages that may go do not: nothing has been sent',
      );
    else if (was > 0) this.deps.log.info({ event: 'lane-moves' }, 'The sending lane moves again');
  }
}
