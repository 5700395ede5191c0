import type { Exchange } from './bot-link';
import type { ActionChoice } from './card-actions';
import type { ServiceEvent } from './event-stream';
import type { Fault } from './fault-plan';
import type { JournalEntry, RequestEntry } from './journal';
import type { OpenDialog, PressOptions, PressResult } from './press-actions';
import type { CardMode, PersonSeed, TeamSeed } from './service-options';
import type { ShownMessage } from './shown-message';
import type { TokenOverrides } from './signing-key';
import type { WireActivity } from './wire-activity';

/** Addresses the bot server and the tab's API are configured with. */
export interface TeamsServiceAddresses {
  /** `http://127.0.0.1:PORT`, also the page's origin (frame-ancestors, teams-js valid origins). */
  readonly baseUrl: string;
  /** Written on every activity; ends with a slash. */
  readonly serviceUrl: string;
  readonly botOpenIdMetadata: string;
  readonly tokenEndpoint: string;
  readonly tabIssuer: string;
  readonly tabOpenIdMetadata: string;
  readonly tabKeys: string;
}

/** One start of the service: Teams' cloud, and the people in front of it. */
export interface TeamsService extends TeamsServiceAddresses {
  readonly port: number;

  /** Where activities are posted now. */
  readonly botEndpoint: string;
  setBotEndpoint(url: string): void;
  /** The client secrets the token endpoint accepts from now on. */
  setBotSecrets(secrets: readonly string[]): void;
  revokeConnectorTokens(): void;
  /** Moves the service to another region; the old URL goes on answering unless it is retired. Returns the new URL. */
  moveRegion(region: string, options?: { readonly retireOld?: boolean }): string;

  addPerson(person: PersonSeed): void;
  addTeam(team: TeamSeed): void;
  installApp(directoryId: string): Promise<readonly Exchange[]>;
  uninstallApp(directoryId: string): Promise<readonly Exchange[]>;
  setBlocked(directoryId: string, blocked: boolean): void;
  forgetConversation(directoryId: string): void;
  setCardMode(directoryId: string, mode: CardMode): void;
  addBotToTeam(teamId: string, by?: string, channelId?: string): Promise<readonly Exchange[]>;
  removeBotFromTeam(teamId: string, by?: string): Promise<readonly Exchange[]>;
  setTeamMember(teamId: string, directoryId: string, member: boolean): Promise<readonly Exchange[]>;
  deleteChannel(channelId: string): Promise<readonly Exchange[]>;

  say(directoryId: string, text: string): Promise<Exchange>;
  sayInChannel(
    directoryId: string,
    channelId: string,
    text: string,
    options?: { readonly threadId?: string; readonly mention?: boolean },
  ): Promise<Exchange | undefined>;
  /** Presses an action of a card really sent; see PressActions. Refuses with ServiceRefusal what the person cannot see. */
  press(
    directoryId: string,
    activityId: string,
    choice: ActionChoice,
    inputs?: Readonly<Record<string, unknown>>,
    options?: PressOptions,
  ): Promise<PressResult>;
  /** Presses an action that must open a dialog; refuses when the bot answers anything else. */
  openDialog(
    directoryId: string,
    activityId: string,
    choice: ActionChoice,
    inputs?: Readonly<Record<string, unknown>>,
  ): Promise<OpenDialog>;
  submitDialog(
    dialogId: string,
    inputs?: Readonly<Record<string, unknown>>,
    choice?: ActionChoice,
  ): Promise<PressResult>;
  /** Closes a dialog without an answer; the bot hears nothing. */
  closeDialog(dialogId: string): void;
  resend(exchange: Exchange, id: 'same' | 'new'): Promise<Exchange>;
  /** Posts an activity in the person's name with any fields, signed as Teams signs. */
  sendRaw(directoryId: string, fields: WireActivity): Promise<Exchange>;

  /** The person's chat with the bot as it looks now; empty where there is none. */
  conversation(directoryId: string): readonly ShownMessage[];
  /** A channel as everyone, or this person, sees it now. */
  channel(channelId: string, directoryId?: string): readonly ShownMessage[];
  /** Id of the person's chat with the bot. */
  conversationId(directoryId: string): string;

  failNext(fault: Fault): void;
  clearFaults(): void;
  /** Accepted sends, updates and deletes after the given number, in order. */
  journal(since?: number): readonly JournalEntry[];
  /** Every request to the connector and the token endpoint, refused ones too. */
  requests(): readonly RequestEntry[];
  /** Every activity posted to the bot, with its answer. */
  exchanges(since?: number): readonly Exchange[];
  onEvent(listener: (event: ServiceEvent) => void): () => void;

  /** A tab token of this person, good unless the overrides spoil it. */
  tabToken(directoryId: string, overrides?: TokenOverrides): Promise<string>;
  /** A token of the tab's issuer holding only issuer, audience, tenant, version and the overrides. */
  signTabToken(overrides: TokenOverrides): Promise<string>;
  /** A token as Teams shows to the bot; the overrides spoil it for guard tests. */
  signBotToken(overrides?: TokenOverrides): Promise<string>;

  /** Writes the state file, ends every connection and stops listening. */
  close(): Promise<void>;
}
