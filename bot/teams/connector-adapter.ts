import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter';
import {
  ActivityTypes,
  INVOKE_RESPONSE_KEY,
  TurnContext,
  type Activity,
  type ConversationReference,
  type InvokeResponse,
  type ResourceResponse,
} from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  type Claim,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { CodedError } from '../../src/kernel/coded-error';
import { refused, ok, type Result } from '../../src/kernel/result';
import { botFrameworkIssuer, type InboundActivity } from './guard/check-request';
import type { Connector, Content } from './connector/create-connector';

export interface AdapterOptions {
  readonly botAppId: string;
  /** Where the Bot Framework publishes the keys that sign activities. */
  readonly openIdMetadata: string;
  readonly connector: Connector;
  /** Longest wait for the keys; default 10 s. */
  readonly authenticationMilliseconds?: number;
}

export type AuthenticationRefusal = 'unauthorized' | 'keys-unavailable';

/**
 * The SDK's adapter with its authentication and its pipeline, and with our own connector for what it sends: the SDK's
 * client repeats a post on 5xx, which gives people two copies.
 */
export class ConnectorAdapter extends TeamsAdapter {
  constructor(private readonly options: AdapterOptions) {
    super(
      settingsOf(options),
      new OneBotWithoutCredentials(options.botAppId),
      new AuthenticationConfiguration(['msteams'], pinClaims),
    );
  }

  /**
   * Verifies the signature with the Bot Framework's keys. The SDK keeps its last good keys for 24 hours; when it has
   * none it cannot verify, and nobody gets in.
   */
  async authenticate(
    authorization: string,
    activity: InboundActivity,
  ): Promise<Result<undefined, AuthenticationRefusal>> {
    const limit = this.options.authenticationMilliseconds ?? 10_000;
    try {
      await withinTime(
        this.botFrameworkAuthentication.authenticateRequest(activity as unknown as Activity, authorization),
        limit,
      );
      return ok(undefined);
    } catch (error) {
      return refused(isTokenFault(error) ? 'unauthorized' : 'keys-unavailable');
    }
  }

  /** Runs one authenticated turn and returns the answer to an invoke, where there is one. */
  async runTurn(
    activity: InboundActivity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const context = new TurnContext(this, activity as unknown as Activity);
    await this.runMiddleware(context, logic);
    const answer = context.turnState.get<Activity | undefined>(INVOKE_RESPONSE_KEY);
    return answer?.value as InvokeResponse | undefined;
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      if (activity.type === ActivityTypes.InvokeResponse) {
        context.turnState.set(INVOKE_RESPONSE_KEY, activity);
        responses.push({ id: '' });
      } else if (activity.type === ActivityTypes.Message) {
        const outcome = await this.options.connector.sendToConversation(placeOf(context), contentOf(activity));
        responses.push({ id: outcome.outcome === 'sent' ? outcome.activityId : '' });
      } else responses.push({ id: '' });
    }
    return responses;
  }

  override async updateActivity(
    context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse | undefined> {
    const outcome = await this.options.connector.updateActivity(
      placeOf(context),
      activity.id ?? '',
      contentOf(activity),
    );
    return outcome.outcome === 'sent' ? { id: outcome.activityId } : undefined;
  }

  override async deleteActivity(_context: TurnContext, _reference: Partial<ConversationReference>): Promise<void> {
    throw new CodedError('delete-not-supported', 'The bot deletes no messages: cards are replaced.');
  }
}

function placeOf({ activity }: TurnContext): { serviceUrl: string; conversationId: string } {
  return { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id };
}

function contentOf(activity: Partial<Activity>): Content {
  const card = activity.attachments?.[0]?.content as Readonly<Record<string, unknown>> | undefined;
  return card === undefined ? { text: activity.text ?? '' } : { card, summary: activity.summary ?? '' };
}

/** The SDK lets in emulator and skill tokens by itself: the issuer is pinned, and the service URL has to be claimed. */
async function pinClaims(claims: Claim[]): Promise<void> {
  const claimed = (type: string) => claims.find((claim) => claim.type === type)?.value;
  if (
    claimed(AuthenticationConstants.IssuerClaim) !== botFrameworkIssuer ||
    !claimed(AuthenticationConstants.ServiceUrlClaim)
  ) {
    throw new AuthenticationError('The token is not one of the Bot Framework.', 401);
  }
}

function settingsOf({ openIdMetadata }: AdapterOptions): NonNullable<ConstructorParameters<typeof TeamsAdapter>[0]> {
  return {
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: botFrameworkIssuer,
    ToBotFromChannelTokenIssuer: botFrameworkIssuer,
    OAuthUrl: botFrameworkIssuer,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadata,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: true,
  };
}

/** Says whose bot this is. The SDK never gets a credential: everything is sent by our own connector. */
class OneBotWithoutCredentials extends ServiceClientCredentialsFactory {
  constructor(private readonly botAppId: string) {
    super();
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.botAppId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(): Promise<never> {
    throw new CodedError('sdk-must-not-send', 'The SDK asked for a credential; sending is the connector’s work.');
  }
}

/** Told apart by name: the SDK throws plain errors for a bad signature, and its fetch's errors for missing keys. */
function isTokenFault(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode !== 500;
  return error instanceof Error && ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(error.name);
}

async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new CodedError('keys-unavailable', 'The keys of the Bot Framework did not come in time.'));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
