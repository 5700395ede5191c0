import type { RealClock, ProgrammeClock } from '../../src/kernel/clock';
import type { Ids } from '../../src/kernel/ids';
import type { PerformAction } from '../../src/dispatch/perform-action';
import type { Capability, Ports } from '../../src/domain/ports';
import type { ReadPeopleTable } from '../../src/people-file/check-people-file';
import type { BucketSize } from '../token-buckets';
import type { TokenRules } from './token-check';

/** Structured log; callers pass allow-listed fields only, never words of people. */
export interface ApiLog {
  info(fields: Readonly<Record<string, string | number | boolean | undefined>>, message: string): void;
  error(fields: Readonly<Record<string, string | number | boolean | undefined>>, message: string): void;
}

/** What the API receives from the composition. */
export interface ApiDeps {
  readonly ports: Ports<Capability>;
  /** Does what somebody pressed, with ports that the API itself does not hold. */
  readonly performAction: PerformAction;
  readonly programmeClock: ProgrammeClock;
  readonly realClock: RealClock;
  readonly ids: Ids;
  readonly log: ApiLog;
  readonly tokens: TokenRules;
  readonly rateLimits?: BucketSize;
  readonly refusalLimits?: BucketSize;
  /** Proxies between the internet and this server. */
  readonly proxies?: number;
  readonly readPeopleTable: ReadPeopleTable;
  /** Fetches the signing keys; the platform's own when absent. */
  readonly fetch?: typeof fetch;
}
