/** Which card features the person's client knows: `1.2` is an old phone without Action.Execute. */
export type CardMode = '1.2' | '1.5';

/** Someone of the tenant. */
export interface PersonSeed {
  /** Entra directory id, a lower-case GUID. */
  readonly directoryId: string;
  readonly name: string;
  readonly email: string;
  /** BCP 47 language, e.g. `fr`; decides the locale of what the person sends. */
  readonly language: string;
  /** Whether the app is installed for this person in the personal scope. */
  readonly hasApp: boolean;
  /** How the page groups people: junior, senior, hr, sponsor, assistant; anything else shows only in the search. */
  readonly personaRole?: string;
  /** App roles in the person's tab token, e.g. `Programme.Admin`. */
  readonly tabRoles?: readonly string[];
  readonly jobTitle?: string;
  /** ISO 3166 country; default FR for `fr`, US otherwise. */
  readonly country?: string;
  /** IANA zone; default Europe/Paris. */
  readonly timeZone?: string;
  /** B2B guests cannot add apps. */
  readonly guest?: boolean;
}

export interface ChannelSeed {
  /** `19:...@thread.tacv2`; the channel whose id equals the team's is General. */
  readonly id: string;
  readonly name: string;
}

export interface TeamSeed {
  /** `19:...@thread.tacv2`, as Teams names a team. */
  readonly id: string;
  readonly name: string;
  readonly channels: readonly ChannelSeed[];
  readonly memberDirectoryIds: readonly string[];
  /** Whether the bot is already in the team. */
  readonly hasApp: boolean;
}

export interface TeamsServiceOptions {
  /** Port on 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** Where the bot reaches the service when something stands in front of it, e.g. `https://smba.trafficmanager.net`; default its own address. */
  readonly reachedAt?: string;
  /** Where activities are posted, e.g. `http://127.0.0.1:3978/api/messages`; may be set later. */
  readonly botEndpoint?: string;
  readonly botAppId: string;
  readonly botName?: string;
  /** Client secrets the token endpoint accepts; without them any non-empty secret is. */
  readonly botSecrets?: readonly string[];
  /** Audience of the tab's access tokens. */
  readonly tabAppId: string;
  readonly tenantId: string;
  readonly people: readonly PersonSeed[];
  readonly teams: readonly TeamSeed[];
  /** Programme time for what people see; without it real time, moved along by the server's clock control. */
  readonly clock?: () => string;
  /** The built page; without it `/` answers with a short explanation. */
  readonly pageDirectory?: string;
  /** Address of the product's tab, shown in the page's frame. */
  readonly tabUrl?: string;
  /** The product's local clock, e.g. `http://127.0.0.1:3978/local/clock`, reached by the page through `/control/clock`. */
  readonly clockUrl?: string;
  /** Where to keep conversations between two starts; without it they live in memory. */
  readonly stateFile?: string;
  /** Identifiers of invokes and dialogs; default random UUIDs. */
  readonly randomId?: () => string;
  /** How long a client waits for the answer to an invoke, in milliseconds (Teams: 15 s). */
  readonly invokeTimeoutMs?: number;
}
