import type { ProgrammeClock } from '../src/kernel/clock';
import type { MessageKind } from '../src/domain/message';
import type { ProgrammeStore } from '../src/domain/rows';
import type { CrashPoint } from './jobs/background-deps';
import type { BackgroundWorker } from './jobs/background-worker';
import type { WebServer } from './server';

/** Moments at which a test may end the process. */
export type CrashMoment = 'transaction' | Parameters<CrashPoint>[0];

/** What local mode adds to a server. Its code lies in `bot/local`, which is not deployed, so the composition receives it. */
export interface LocalParts {
  readonly clock: ProgrammeClock;
  /** Told of each such moment, where a test asked for it. */
  readonly crash?: (moment: CrashMoment, kind: MessageKind) => void;
  /** The store as this process sees it: it tells `crash` of transactions that queue a message. */
  watch(store: ProgrammeStore): ProgrammeStore;
  addRoutes(server: WebServer, engine: BackgroundWorker): void;
}
