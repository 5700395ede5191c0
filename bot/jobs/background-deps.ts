import type { ProgrammeClock, RealClock } from '../../src/kernel/clock';
import type { Stored } from '../../src/kernel/row-store';
import type { Pairer } from '../../src/draft/pairer';
import type { MessageKind } from '../../src/domain/message';
import type { PrepareEdit } from '../../src/dispatch/prepare-edit';
import type { PrepareToSend } from '../../src/dispatch/prepare-message';
import type { DueWork } from '../../src/domain/due-work';
import type { Capability, Ports, TeamsDirectory, UseCaseContext } from '../../src/domain/ports';
import type { MessageSender } from './message-sender';
import type { After } from './turn-loop';

/** Structured log; callers pass allow-listed fields only. */
export interface BackgroundLog {
  info(fields: Readonly<Record<string, string | number | boolean | undefined>>, message: string): void;
  warn(fields: Readonly<Record<string, string | number | boolean | undefined>>, message: string): void;
  error(fields: Readonly<Record<string, string | number | boolean | undefined>>, message: string): void;
}

export interface BackgroundMetrics {
  send(kind: string, outcome: string): void;
  laneLag(seconds: number): void;
  laneStalled(seconds: number): void;
  jobFailure(kind: string, code: string): void;
  tickFailure(step: string): void;
  leftBehind(type: string): void;
}

/** Moments at which a test may end the process. */
export type CrashPoint = (point: 'claim' | 'sent' | 'marked', kind: MessageKind) => void;

export interface Pace {
  readonly sendsPerSecond: number;
  /** How often (real time) a server looks while it has something to do, or holds a lease. */
  readonly tickSeconds: number;
  /** The longest it goes without looking while nothing is due; what it knows to fall due, and what is changed here, end that before. */
  readonly idleSeconds: number;
  /** Real time after which a claim of somebody who is gone counts no more. */
  readonly claimSeconds: number;
  readonly leaseSeconds: number;
  /** Messages of one programme claimed and sent together, before the next programme has its turn. */
  readonly sendsTogether: number;
}

/** What everything that works in the background receives from the composition. */
export interface BackgroundDeps {
  readonly ports: Ports<Capability>;
  /** Does what has fallen due (`src/dispatch/run-due.ts`), with ports that the background itself does not hold; whether it was this server that did it. */
  readonly runDue: (programmeId: string, due: Stored<DueWork>, context: UseCaseContext) => Promise<boolean>;
  /** Draws a queued message, or says until when it waits; likewise. */
  readonly prepareToSend: PrepareToSend;
  /** Draws the cards of somebody about something anew; likewise. */
  readonly prepareEdit: PrepareEdit;
  readonly directory: TeamsDirectory;
  readonly pairer: Pairer;
  readonly sender: MessageSender;
  readonly programmeClock: ProgrammeClock;
  readonly realClock: RealClock;
  /** Whether this machine's clock is further from the store's than it may be, as the store's last answer told: then nothing is taken, worked or sent. */
  readonly isClockWrong: () => boolean;
  /** Names this process among all that share the storage. */
  readonly holder: string;
  readonly pace: Pace;
  /** Places for requests to Teams, the same that the connector takes for those that follow the first of a send. */
  readonly budget: { take(urgency: 'in-turn'): Promise<void> };
  readonly log: BackgroundLog;
  readonly metrics: BackgroundMetrics;
  readonly errorFields: (error: unknown) => Readonly<Record<string, string | number | boolean | undefined>>;
  readonly crash?: CrashPoint;
  /** So long (real time) nothing of a programme's turn may move before the next has its turn beside it, since somebody's chat hangs; default 1 s. */
  readonly patienceMilliseconds?: number;
  /** What is claimed together is sent one after the other, so that a rehearsal repeats. */
  readonly sendsInTurn?: boolean;
  /** Waits in real time. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Times the turns; default: the timers of this process. */
  readonly after?: After;
}
