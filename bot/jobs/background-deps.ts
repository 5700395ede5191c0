import type { ProgrammeClock, RealClock } from '../../src/kernel/clock';
import type { Stored } from '../../src/kernel/row-store';
import type { Pairer } from '../../src/draft/pairer';
import type { MessageKind } from '../../src/domain/message';
import type { DueWork } from '../../src/domain/due-work';
import type { Capability, Ports, TeamsDirectory, UseCaseContext } from '../../src/domain/ports';
import type { MessageSender } from './message-sender';

/** Structured log; callers pass allow-listed fields only. */
export interface BackgroundLog {
  info(fields: Readonly<Record<string, string | number | boolean | undefined>>, message: string): void;
  warn(fields: Readonly<Record<string, string | number | boolean | undefined>>, message: string): void;
  error(fields: Readonly<Record<string, string | number | boolean | undefined>>, message: string): void;
}

export interface BackgroundMetrics {
  send(kind: string, outcome: string): void;
  laneLag(seconds: number): void;
  jobFailure(kind: string, code: string): void;
  tickFailure(step: string): void;
}

/** Moments at which a test may end the process. */
export type CrashPoint = (point: 'claim' | 'sent' | 'marked', kind: MessageKind) => void;

export interface Pace {
  readonly sendsPerSecond: number;
  readonly tickSeconds: number;
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
  readonly directory: TeamsDirectory;
  readonly pairer: Pairer;
  readonly sender: MessageSender;
  readonly programmeClock: ProgrammeClock;
  readonly realClock: RealClock;
  /** Names this process among all that share the storage. */
  readonly holder: string;
  readonly pace: Pace;
  readonly log: BackgroundLog;
  readonly metrics: BackgroundMetrics;
  readonly errorFields: (error: unknown) => Readonly<Record<string, string | number | boolean | undefined>>;
  readonly crash?: CrashPoint;
  /** Waits in real time. */
  readonly sleep: (milliseconds: number) => Promise<void>;
}
