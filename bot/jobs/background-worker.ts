import { CodedError } from '../../src/kernel/coded-error';
import type { Instant } from '../../src/kernel/clock';
import type { BackgroundDeps } from './background-deps';
import { checkReach } from '../../src/programme/check-reach';
import { pendingWork, type PendingWork } from './pending-work';
import { programmeIds } from './programmes';
import { RetryBackoff } from './retry-backoff';
import { runTick } from './run-tick';
import { SendingLane, type LanePass } from './sending-lane';
import { SerialQueue } from './serial-queue';
import { ShardLeases } from './shard-leases';
import { sweepJobs } from './sweep-jobs';
import { TurnLoop } from './turn-loop';
import { WorkRunner } from './work-runner';

const sweepEveryMilliseconds = 15_000;
/** How often (real time) it is looked whether anybody's reach was not checked for a day. */
const reachEveryMilliseconds = 3_600_000;
const settlePause = 25;

export interface Settled {
  /** False when the time was over before everything was. */
  readonly settled: boolean;
  readonly due: number;
  readonly messages: number;
  readonly jobs: number;
  readonly now: Instant;
  readonly next?: Instant;
}

/** Everything that works in the background of one process: tick, sending lane, long work. */
export class BackgroundWorker {
  private readonly later: RetryBackoff;
  private readonly lane: SendingLane;
  private readonly leases: ShardLeases;
  private readonly runner: WorkRunner;
  private readonly loops: readonly TurnLoop[];
  private readonly ticking = new SerialQueue();
  private readonly sending = new SerialQueue();
  private readonly working = new SerialQueue();
  private seenWaiting: ReadonlySet<string> = new Set();
  private started = false;
  private stopping = false;

  constructor(private readonly deps: BackgroundDeps) {
    this.later = new RetryBackoff(deps.realClock);
    this.lane = new SendingLane(deps, this.later);
    this.leases = new ShardLeases(deps);
    this.runner = new WorkRunner(deps);
    const interval = deps.pace.tickSeconds * 1000;
    this.loops = [
      this.loop('tick', interval, () => this.tick()),
      this.loop('lane', interval, () => this.send()),
      this.loop('work', interval, () => this.work()),
      this.loop('sweep', sweepEveryMilliseconds, () => this.sweep()),
      this.loop('reach', reachEveryMilliseconds, () => this.checkReach()),
    ];
  }

  start(): void {
    for (const loop of this.loops) loop.start();
  }

  /** Something has just changed: look soon. */
  wake(): void {
    for (const loop of this.loops.slice(0, 3)) loop.wake();
  }

  /** Ends the loops once their current turns are over and gives the lane and the shards back. */
  async drain(): Promise<void> {
    this.stopping = true;
    this.lane.stop();
    this.leases.stop();
    await Promise.all(this.loops.map((loop) => loop.end()));
    await this.lane.release();
    await this.leases.release();
  }

  tick(): Promise<number> {
    return this.ticking.run(() => runTick(this.deps, this.later, this.leases));
  }

  send(): Promise<LanePass> {
    return this.sending.run(() => this.lane.pass());
  }

  /** Takes long work until there is none; returns how many notices it took. */
  work(): Promise<number> {
    return this.working.run(async () => {
      let taken = 0;
      while (!this.stopping && (await this.runner.takeOne())) taken++;
      return taken;
    });
  }

  async sweep(): Promise<void> {
    this.seenWaiting = await sweepJobs(this.deps, this.seenWaiting);
  }

  /** Has everybody looked up again once a day; not in the first hour of a process, whose people write to it as they did before. */
  private async checkReach(): Promise<void> {
    const first = !this.started;
    this.started = true;
    if (first) return;
    const { ports, programmeClock } = this.deps;
    for (const programmeId of await programmeIds(ports)) {
      await checkReach(ports, programmeId, { now: programmeClock.now(), correlationId: ports.ids.next() });
    }
  }

  pending(): Promise<PendingWork> {
    return pendingWork(this.deps.ports, this.deps.programmeClock.now());
  }

  /** Works until nothing can be done at this moment of programme time, by this process or another, or the (real) time is over. */
  async settle(withinMilliseconds = 30_000): Promise<Settled> {
    const end = Date.parse(this.deps.realClock.now()) + withinMilliseconds;
    const done = { due: 0, messages: 0, jobs: 0 };
    for (;;) {
      done.due += await this.tick();
      done.messages += (await this.send()).handled;
      done.jobs += await this.work();
      const pending = await this.pending();
      const over = Date.parse(this.deps.realClock.now()) >= end;
      if (!pending.now || over || this.stopping) {
        return {
          settled: !pending.now,
          ...done,
          now: this.deps.programmeClock.now(),
          ...(pending.next === undefined ? {} : { next: pending.next }),
        };
      }
      await this.deps.sleep(settlePause);
    }
  }

  private loop(step: string, milliseconds: number, run: () => Promise<unknown>): TurnLoop {
    return new TurnLoop(milliseconds, run, (error) => {
      this.deps.metrics.tickFailure(step);
      const unavailable = error instanceof CodedError && error.code === 'storage-unavailable';
      this.deps.log.error(
        { step, ...this.deps.errorFields(error) },
        unavailable
          ? 'The store cannot be reached; the next turn tries again'
          : 'A turn failed; the next one tries again',
      );
    });
  }
}
