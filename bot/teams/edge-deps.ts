import type { Ids } from '../../src/kernel/ids';
import type { ProgrammeClock, RealClock } from '../../src/kernel/clock';
import type { Capability, Ports } from '../../src/domain/ports';
import type { Log } from '../log';
import type { Metrics } from '../metrics';
import type { CardLinks } from './cards/card-links';
import type { Connector } from './connector/create-connector';
import type { TeamsDirectoryWithNames } from './connector/create-teams-directory';
import type { EdgeAnchors } from './guard/check-request';
import type { TeamsUseCases } from './use-cases';

/** Everything the Teams edge needs. */
export interface EdgeDeps {
  readonly anchors: EdgeAnchors & { readonly openIdMetadata: string };
  readonly ports: Ports<Capability>;
  readonly connector: Connector;
  readonly directory: TeamsDirectoryWithNames;
  readonly links: CardLinks;
  readonly programmeClock: ProgrammeClock;
  readonly realClock: RealClock;
  readonly ids: Ids;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'turn' | 'refusedActivity' | 'refusedPress'>;
  /** Told of each token that was refused, and why. */
  readonly refusedToken: (reason: string) => void;
  readonly useCases: TeamsUseCases;
  /** How long a press may take before it is answered with `working`; default 2,500 ms (Teams gives up after about 5 s). */
  readonly workingAfterMilliseconds?: number;
  /** How long the store may take to say who writes before it counts as down; default 2,200 ms. */
  readonly storeWithinMilliseconds?: number;
}
