import type { BotFrameworkIdentity } from './bot-framework-identity';
import type { ChatStore } from './chat-store';
import type { EntraIdentity } from './entra-identity';
import type { EventStream } from './event-stream';
import type { FaultPlan } from './fault-plan';
import type { Journal } from './journal';
import type { Roster } from './roster';
import type { TeamsServiceOptions } from './service-options';

/** The parts of the service that its routes and user actions share. */
export interface Cloud {
  readonly options: TeamsServiceOptions;
  readonly roster: Roster;
  readonly chats: ChatStore;
  readonly journal: Journal;
  readonly faults: FaultPlan;
  readonly events: EventStream;
  readonly botFramework: BotFrameworkIdentity;
  readonly entra: EntraIdentity;
  /** What may change while it runs. */
  readonly live: LiveSettings;
  /** Programme time. */
  now(): string;
  randomId(): string;
  /** `http://127.0.0.1:PORT`. */
  baseUrl(): string;
  /** The service URL written on activities; ends with a slash. */
  serviceUrl(): string;
}

export interface LiveSettings {
  botEndpoint: string;
  botSecrets: readonly string[] | undefined;
  /** First path segment of the service URL. */
  region: string;
  /** Regions that still answer. */
  readonly openRegions: Set<string>;
  /** Milliseconds that programme time runs ahead of real time, learnt from the server's clock. */
  clockOffset: number;
}
