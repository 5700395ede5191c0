import type { RealClock, ProgrammeClock } from '../../src/kernel/clock';
import type { Ids } from '../../src/kernel/ids';
import type { PerformAction } from '../../src/dispatch/perform-action';
import type { ReadSentMessages } from '../../src/dispatch/sent-messages';
import type { ReadToldComments } from '../../src/dispatch/read-comments';
import type { ReadMyPlan } from '../../src/dispatch/read-my-plan';
import type { ReadMyComments } from '../../src/dispatch/read-my-comments';
import type { ReadMyPage } from '../../src/dispatch/read-my-page';
import type { Capability, Ports } from '../../src/domain/ports';
import type { WriteBoardReport } from '../../src/hr-page/read-board-report';
import type { WriteSteeringReport } from '../../src/hr-page/read-steering';
import type { WriteResultsWorkbook } from '../../src/insight/export-figures';
import type { ReadPeopleFile } from '../../src/people-file/read-people-file';
import type { BucketSize } from '../token-buckets';
import type { TokenRules } from './token-check';

/** Structured log; callers pass allow-listed fields only, never words of people. */
export interface ApiLog {
  info(fields: Readonly<Record<string, string | number | boolean | undefined>>, message: string): void;
  error(fields: Readonly<Record<string, string | number | boolean | undefined>>, message: string): void;
}

/** Told of what is refused; no label names anybody. */
export interface ApiRefusals {
  /** By route and problem; `denied` where somebody with a good token may not. */
  refusedRequest(route: string, problem: string): void;
  refusedToken(reason: string): void;
}

/** What the API receives from the composition. */
export interface ApiDeps {
  readonly ports: Ports<Capability>;
  /** Does what somebody pressed, with ports that the API itself does not hold. */
  readonly performAction: PerformAction;
  /** Reads a person's own page; likewise. */
  readonly readMyPage: ReadMyPage;
  /** The plan of one of the reader's pairs. */
  readonly readMyPlan: ReadMyPlan;
  /** Reads the comments that a person wrote; likewise. */
  readonly readMyComments: ReadMyComments;
  /** Reads what HR is told of comments; likewise. */
  readonly readToldComments: ReadToldComments;
  /** Says whether a message would still be sent; likewise. */
  readonly sentMessages: ReadSentMessages;
  readonly programmeClock: ProgrammeClock;
  readonly realClock: RealClock;
  readonly ids: Ids;
  readonly log: ApiLog;
  readonly refusals: ApiRefusals;
  readonly tokens: TokenRules;
  readonly rateLimits?: BucketSize;
  readonly refusalLimits?: BucketSize;
  /** Proxies between the internet and this server. */
  readonly proxies?: number;
  readonly readPeopleFile: ReadPeopleFile;
  readonly writeResultsWorkbook: WriteResultsWorkbook;
  readonly writeBoardReport: WriteBoardReport;
  readonly writeSteeringReport: WriteSteeringReport;
  /** Fetches the signing keys; the platform's own when absent. */
  readonly fetch?: typeof fetch;
}
