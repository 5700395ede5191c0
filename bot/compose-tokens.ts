import { ManagedIdentityCredential } from '@azure/identity';
import { CodedError } from '../src/kernel/coded-error';
import type { RealClock } from '../src/kernel/clock';
import type { Config } from './config';
import { createClientSecretTokens, type TokenSource } from './teams/connector/token-source';

const connectorScope = 'https://api.botframework.com/.default';

/** Tokens for the connector: by the bot's secret, read anew for each, or by its managed identity. */
export function composeTokens(config: Config, realClock: RealClock): TokenSource {
  const { bot } = config;
  if (bot.type === 'UserAssignedMSI') return managedIdentityTokens(bot.appId);
  return createClientSecretTokens({
    endpoint: bot.tokenEndpoint,
    clientId: bot.appId,
    secret: bot.password ?? (() => ''),
    realClock,
  });
}

function managedIdentityTokens(clientId: string): TokenSource {
  const credential = new ManagedIdentityCredential({ clientId });
  return {
    async token() {
      try {
        return (await credential.getToken(connectorScope)).token;
      } catch (cause) {
        throw new CodedError(
          'connector-token-unavailable',
          'The managed identity gave no token: is it assigned to this web app?',
          {},
          { cause },
        );
      }
    },
    // The credential keeps and renews its tokens itself.
    refused: () => undefined,
  };
}
