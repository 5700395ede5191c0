import type { HolidayFrom } from '../calendar/work-days';
import type { Ids } from '../kernel/ids';
import type { WorkQueue } from '../kernel/work-queue';
import type { PersonStore, ProgrammeStore, TenantStore } from './rows';

/** Cryptography handed in by the composition. */
export interface Secrets {
  /** A new random key, base64url, 256 bits. */
  newKey(): string;
  /** HMAC-SHA-256 of the text, hex. */
  hmac(key: string, text: string): string;
  /** SHA-256 of the text, hex. */
  sha256(text: string): string;
  /**
   * The text encrypted and authenticated under the key, base64url, another time another one; of texts as long in UTF-8 as long. `label` says
   * what it is and where it lies: it is not in it, and nobody opens it under another one.
   */
  seal(key: string, text: string, label: string): string;
  /** What was sealed; undefined where key or label are others, or it was changed. */
  open(key: string, sealed: string, label: string): string | undefined;
}

/** One person of a team as Teams' roster tells. */
export interface RosterMember {
  readonly directoryId: string;
  readonly teamsUserId: string;
  readonly name: string;
  readonly email?: string;
}

/** What Teams can be asked about the teams the bot is in. */
export interface TeamsDirectory {
  /** Everybody in the team. */
  members(team: { readonly teamId: string; readonly serviceUrl: string }): Promise<readonly RosterMember[]>;
  /** The team's channels; the first one is the general channel. */
  channels(team: {
    readonly teamId: string;
    readonly serviceUrl: string;
  }): Promise<readonly { readonly id: string; readonly name: string }[]>;
}

/**
 * What use cases may ask for from outside. Survey answers and their keys are not here: only `survey` asks for them, by the ports of
 * `survey-ports.ts`.
 */
export interface Capabilities {
  readonly programmes: ProgrammeStore;
  readonly people: PersonStore;
  readonly tenants: TenantStore;
  readonly work: WorkQueue;
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly holidayFrom: HolidayFrom;
  /** Signs addresses of calendar files; may change over time (older links then stop working). */
  readonly signingKey: () => string;
}

export type Capability = keyof Capabilities;

/** What a unit of work writes through. */
export type Saving = 'programmes' | 'ids' | 'work';

/** The ports that a use case names, and no other. */
export type Ports<C extends Capability> = Pick<Capabilities, C>;

/** Who acts, as proved by the activity or the token, never by the card or the request. */
export interface Actor {
  readonly directoryId: string;
  /** Application roles of the token; empty for the bot. */
  readonly appRoles: readonly string[];
  readonly name: string;
}

/** The circumstances of one use case. */
export interface UseCaseContext {
  /** Programme time. */
  readonly now: string;
  readonly correlationId: string;
  /** The activity whose card was pressed, where one was: it shows the answer by itself. */
  readonly pressedOn?: string;
}
