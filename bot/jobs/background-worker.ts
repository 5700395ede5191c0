import { CodedError } from '../../src/kernel/coded-error';
import type { Instant } from '../../src/kernel/clock';
import { atOnce } from '../../src/domain/shard-rules';
import type { BackgroundDeps } from './background-deps';
import { checkReach } from '../../src/programme/check-reach';
import type { KnownWork, Part } from './known-work';
import { LaneWatch } from './lane-watch';
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
/** The pause of the sweep in the longest pauses of the others, while nothing waits: it finds what a server left that ended in the wrong instant. */
const idlesInSweep = 4;
/** How often (real time) it is looked whether anybody's reach was not checked for a day. */
const reachEveryMilliseconds = 3_600_000;
/** How often (real time) it is looked whether the lane moves. */
const watchEveryMilliseconds = 60_000;
/** Between two looks of `settle` that find nothing they can do, in milliseconds: others hold what is to be done. */
const settlePauses = [25, 50, 100, 200];

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
  private readonly laneWatch: LaneWatch;
  private readonly leases: ShardLeases;
  private readonly runner: WorkRunner;
  /** Those that work off what was written. */
  private readonly woken: readonly TurnLoop[];
  private readonly sweeping: TurnLoop;
  private readonly loops: readonly TurnLoop[];
  private readonly ticking = new SerialQueue();
  private readonly sending = new SerialQueue();
  private readonly working = new SerialQueue();
  private seenWaiting: ReadonlySet<string> = new Set();
  /** Programme time before which nothing is known to fall due. */
  private nothingDueUntil: Instant = atOnce;
  private started = false;
  private stopping = false;

  /** `known` where this process is alone on its storage: else the storage is asked what waits. */
  constructor(
    private readonly deps: BackgroundDeps,
    private readonly known?: KnownWork,
  ) {
    this.later = new RetryBackoff(deps.realClock);
    this.lane = new SendingLane(deps, this.later);
    this.laneWatch = new LaneWatch(deps);
    this.leases = new ShardLeases(deps);
    this.runner = new WorkRunner(deps);
    const interval = deps.pace.tickSeconds * 1000;
    const idle = deps.pace.idleSeconds * 1000;
    this.woken = [
      this.loop('tick', interval, idle, async () => {
        await this.tick();
        return this.quietFor(this.nothingDueUntil);
      }),
      this.loop('lane', interval, idle, async () => {
        await this.send();
        return this.quietFor(this.lane.quietUntil());
      }),
      this.loop('work', interval, idle, async () => ((await this.work()) > 0 ? 0 : Infinity)),
    ];
    this.sweeping = this.loop('sweep', sweepEveryMilliseconds, idlesInSweep * idle, async () =>
      (await this.sweep()) ? 0 : Infinity,
    );
    this.loops = [
      ...this.woken,
      this.sweeping,
      this.loop('reach', reachEveryMilliseconds, 0, async () => {
        await this.checkReach();
        return 0;
      }),
      this.loop('watch', watchEveryMilliseconds, 0, async () => {
        await this.watch();
        return 0;
      }),
    ];
  }

  start(): void {
    for (const loop of this.loops) loop.start();
  }

  /** Something has just changed: look soon. */
  wake(): void {
    for (const loop of this.woken) loop.wake();
    this.lane.wake();
  }

  /** This server has written work: nobody sleeps for longer than while there is something to do. */
  stir(): void {
    for (const loop of [...this.woken, this.sweeping]) loop.stir();
  }

  /** Ends the loops once their current turns are over and gives the lane and the shards back. */
  async drain(): Promise<void> {
    this.stopping = true;
    this.lane.stop();
    this.leases.stop();
    await Promise.all(this.loops.map((loop) => loop.end()));
    // A store that refuses must not keep the rest from ending: leases run out by themselves.
    const released = await Promise.allSettled([this.lane.release(), this.leases.release()]);
    for (const one of released)
      if (one.status === 'rejected')
        this.deps.log.error({ step: 'drain', ...this.deps.errorFields(one.reason) }, 'A lease could not be given back');
  }

  tick(): Promise<number> {
    return this.ticking.run(async () => {
      this.nothingDueUntil = atOnce;
      if (!(await this.mayAct())) return 0;
      const { done, quietUntil } = await runTick(this.deps, this.later, this.leases);
      this.nothingDueUntil = quietUntil;
      return done;
    });
  }

  send(): Promise<LanePass> {
    return this.sending.run(async () => ((await this.mayAct()) ? this.lane.pass() : { held: false, handled: 0 }));
  }

  /** Takes long work until there is none; returns how many notices it took. */
  work(): Promise<number> {
    return this.working.run(async () => {
      let taken = 0;
      while (!this.stopping && (await this.mayAct()) && (await this.runner.takeOne())) taken++;
      return taken;
    });
  }

  /** Looks for long work that nobody has been told of; whether there is any. */
  async sweep(): Promise<boolean> {
    if (!(await this.mayAct())) return true;
    const { waiting, isAgain } = await sweepJobs(this.deps, this.seenWaiting);
    this.seenWaiting = waiting;
    if (isAgain) this.stir();
    return isAgain || waiting.size > 0;
  }

  /** Notices a lane that does not move, whoever holds it. */
  async watch(): Promise<void> {
    await this.laneWatch.look(this.lane.isClear());
  }

  /** For how many seconds nothing has been sent although it should; 0 while the lane moves. */
  stalledSeconds(): number {
    return this.laneWatch.stalledSeconds();
  }

  /** A server whose clock is wrong does nothing but ask the store for the time, with the cheapest of reads, until it is right again. */
  private async mayAct(): Promise<boolean> {
    if (!this.deps.isClockWrong()) return true;
    await this.deps.ports.tenants.get('tenant', 'lane', 'lane');
    return !this.deps.isClockWrong();
  }

  /** Has everybody looked up again once a day; not in the first hour of a process, whose people write to it as they did before. */
  private async checkReach(): Promise<void> {
    const first = !this.started;
    this.started = true;
    if (first || !(await this.mayAct())) return;
    const { ports, programmeClock } = this.deps;
    for (const programmeId of await programmeIds(ports)) {
      await checkReach(ports, programmeId, { now: programmeClock.now(), correlationId: ports.ids.next() });
    }
  }

  pending(): Promise<PendingWork> {
    const { ports, programmeClock } = this.deps;
    return this.known?.pending(ports, programmeClock.now()) ?? pendingWork(ports, programmeClock.now());
  }

  /** Works until nothing can be done at this moment of programme time, by this process or another, or the (real) time is over. */
  async settle(withinMilliseconds = 30_000): Promise<Settled> {
    const end = Date.parse(this.deps.realClock.now()) + withinMilliseconds;
    const done = { due: 0, messages: 0, jobs: 0 };
    for (let idle = 0; ;) {
      const before = done.due + done.messages + done.jobs;
      if (await this.mayWait('tick')) done.due += await this.tick();
      if (await this.mayWait('lane')) done.messages += (await this.send()).handled;
      if (await this.mayWait('work')) done.jobs += await this.work();
      const isIdle = done.due + done.messages + done.jobs === before;
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
      idle = isIdle ? idle + 1 : 0;
      if (!isIdle) continue;
      this.known?.doubt();
      await this.deps.sleep(settlePauses[Math.min(idle, settlePauses.length) - 1] ?? 0);
    }
  }

  /** False where it is known that this part has nothing to do at this moment. */
  private async mayWait(part: Part): Promise<boolean> {
    const { ports, programmeClock } = this.deps;
    return this.known?.waitsFor(part, ports, programmeClock.now()) ?? true;
  }

  /** Milliseconds until a moment of programme time. */
  private quietFor(until: Instant): number {
    return Date.parse(until) - Date.parse(this.deps.programmeClock.now());
  }

  /** `run` tells for how many milliseconds nothing is known to fall due; `idle` is the longest pause. */
  private loop(step: string, every: number, idle: number, run: () => Promise<number>): TurnLoop {
    return new TurnLoop({
      everyMilliseconds: every,
      longestMilliseconds: idle,
      run,
      onError: (error) => {
        this.deps.metrics.tickFailure(step);
        const unavailable = error instanceof CodedError && error.code === 'storage-unavailable';
        this.deps.log.error(
          { step, ...this.deps.errorFields(error) },
          unavailable
            ? 'The store cannot be reached; the next turn tries again'
            : 'A turn failed; the next one tries again',
        );
      },
      ...(this.deps.after === undefined ? {} : { after: this.deps.after }),
    });
  }
}
