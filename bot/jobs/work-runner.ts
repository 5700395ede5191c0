import { CodedError } from '../../src/kernel/coded-error';
import { isTakenUntil, plusMilliseconds, type Instant } from '../../src/kernel/clock';
import type { Stored } from '../../src/kernel/row-store';
import type { ReceivedNotice } from '../../src/kernel/work-queue';
import type { Job } from '../../src/domain/job';
import { mostJobTries } from '../../src/domain/job-rules';
import type { BackgroundDeps } from './background-deps';
import { runJob } from './run-job';
import { SerialQueue } from './serial-queue';

const firstPauseSeconds = 2;
const longestPauseSeconds = 300;

/** The job was cancelled, or another instance has it: its work here ends without a word. */
class JobLost extends Error {}

/** Takes notices of long work from the queue; the job row decides, so a notice twice, late or lost does no harm. */
export class WorkRunner {
  /** Real time a job is held without a sign of life; a living server gives four signs in it. */
  private readonly heldSeconds: number;

  constructor(private readonly deps: BackgroundDeps) {
    this.heldSeconds = Math.ceil(deps.pace.claimSeconds);
  }

  /** Works off one notice; false when there is none. */
  async takeOne(): Promise<boolean> {
    const received = await this.deps.ports.work.receive(this.heldSeconds);
    if (received === undefined) return false;
    const { programmeId, jobId } = received.notice;
    const job = await this.deps.ports.programmes.get(programmeId, 'job', jobId);
    if (job === undefined || isOver(job.value)) {
      await received.complete();
      return true;
    }
    const mine = await this.claim(programmeId, job);
    // Held by another instance: should it end, the notice comes back.
    if (mine === undefined) return true;
    await this.run(programmeId, mine, received);
    return true;
  }

  private async claim(programmeId: string, job: Stored<Job>): Promise<Stored<Job> | undefined> {
    const now = this.deps.realClock.now();
    if (isHeld(job.value, now, this.heldSeconds * 1000)) return undefined;
    if (job.value.tries >= mostJobTries) {
      // Whoever ran it last ended with it: it must not end one instance after the other.
      await this.replace(programmeId, job, {
        ...withoutHold(job.value),
        state: 'dead',
        reason: job.value.reason ?? 'server-ended',
        deadAt: now,
      });
      return undefined;
    }
    const { reason: _reason, ...rest } = job.value;
    return this.replace(programmeId, job, {
      ...rest,
      state: 'running',
      tries: rest.tries + 1,
      heldUntil: plusMilliseconds(now, this.heldSeconds * 1000),
    });
  }

  private async run(programmeId: string, claimed: Stored<Job>, received: ReceivedNotice): Promise<void> {
    const { deps } = this;
    const serial = new SerialQueue();
    let job = claimed;
    let lost = false;
    const isLost = (): boolean => lost;
    const progress = (share: number): Promise<void> =>
      serial.run(async () => {
        const kept = lost
          ? undefined
          : await this.replace(programmeId, job, {
              ...job.value,
              progress: Math.min(1, share),
              heldUntil: plusMilliseconds(deps.realClock.now(), this.heldSeconds * 1000),
            });
        lost = kept === undefined;
        if (kept === undefined) throw new JobLost();
        job = kept;
        await received.extend(this.heldSeconds);
      });
    // Work that tells nothing for long is held on to all the same, as long as this process lives.
    const heartbeat = setInterval(() => {
      progress(job.value.progress).catch(() => undefined);
    }, this.heldSeconds * 250);
    try {
      await runJob(deps, programmeId, job.value, progress);
      clearInterval(heartbeat);
      await serial.run(() => Promise.resolve());
      if (isLost()) throw new JobLost();
      await this.replace(programmeId, job, {
        ...withoutHold(job.value),
        state: 'done',
        progress: 1,
        finishedAt: deps.programmeClock.now(),
      });
      await received.complete();
      deps.log.info(
        { programmeId, jobId: job.key, kind: job.value.kind, correlationId: job.value.correlationId, outcome: 'done' },
        'Long work is done',
      );
    } catch (error) {
      if (error instanceof JobLost) await received.complete();
      else await this.failed(programmeId, job, received, error);
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async failed(programmeId: string, job: Stored<Job>, received: ReceivedNotice, error: unknown): Promise<void> {
    const { deps } = this;
    const code = error instanceof CodedError ? error.code : 'unexpected';
    const { kind, tries, correlationId } = job.value;
    deps.metrics.jobFailure(kind, code);
    deps.log.error(
      { programmeId, jobId: job.key, kind, tries, correlationId, ...deps.errorFields(error) },
      'Long work failed',
    );
    const dead = tries >= mostJobTries;
    await this.replace(programmeId, job, {
      ...withoutHold(job.value),
      state: dead ? 'dead' : 'failed',
      reason: code,
      ...(dead ? { deadAt: deps.realClock.now() } : {}),
    });
    if (dead) await received.complete();
    else await received.extend(Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** (tries - 1)));
  }

  private async replace(programmeId: string, stored: Stored<Job>, value: Job): Promise<Stored<Job> | undefined> {
    const { programmes } = this.deps.ports;
    const written = await programmes.commit(programmeId, [
      { op: 'replace', kind: 'job', key: stored.key, value, etag: stored.etag },
    ]);
    if (!written.ok) return undefined;
    const after = await programmes.get(programmeId, 'job', stored.key);
    // Somebody may have cancelled it in between.
    return after?.value.state === value.state && after.value.tries === value.tries ? after : undefined;
  }
}

/** Whether a living server works on the job at `realNow`; nobody holds one for longer than `longestMilliseconds` without a sign of life. */
export function isHeld(
  { state, heldUntil }: Pick<Job, 'state' | 'heldUntil'>,
  realNow: Instant,
  longestMilliseconds: number,
): boolean {
  return state === 'running' && heldUntil !== undefined && isTakenUntil(heldUntil, realNow, longestMilliseconds);
}

/** Whether nobody works on the job any more, until somebody starts it again. */
export function isOver(job: Pick<Job, 'state'>): boolean {
  return job.state === 'done' || job.state === 'dead' || job.state === 'cancelled';
}

function withoutHold(job: Job): Job {
  const { heldUntil: _heldUntil, ...rest } = job;
  return rest;
}
