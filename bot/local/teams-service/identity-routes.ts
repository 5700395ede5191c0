import type { Cloud } from './cloud';
import { faulty } from './connector-gate';
import type { Answer, HttpRouter, RouteRequest } from './http-router';

/** Open-id metadata and keys of both issuers, and the token endpoint for the bot's client credentials. */
export function addIdentityRoutes(router: HttpRouter, cloud: Cloud): void {
  router.on('GET', '/botframework/.well-known/openidconfiguration', () => ({
    status: 200,
    body: cloud.botFramework.metadata(cloud.baseUrl()),
  }));
  router.on('GET', '/botframework/keys', () => ({ status: 200, body: cloud.botFramework.keys() }));
  router.on('GET', '/entra/:tenant/v2.0/.well-known/openid-configuration', () => ({
    status: 200,
    body: cloud.entra.metadata(cloud.baseUrl()),
  }));
  router.on('GET', '/entra/:tenant/discovery/v2.0/keys', () => ({ status: 200, body: cloud.entra.keys() }));
  router.on(
    'POST',
    '/oauth/:tenant/oauth2/v2.0/token',
    faulty(cloud, 'token', (request) => issueToken(cloud, request)),
  );
}

async function issueToken(cloud: Cloud, request: RouteRequest): Promise<Answer> {
  const form = new URLSearchParams(request.text);
  const refuse = (error: string, description: string): Answer => ({
    status: error === 'invalid_client' ? 401 : 400,
    body: { error, error_description: description },
  });
  if (form.get('grant_type') !== 'client_credentials')
    return refuse('unsupported_grant_type', 'Only client_credentials is offered here.');
  if (form.get('client_id') !== cloud.options.botAppId)
    return refuse('unauthorized_client', 'AADSTS700016: the application was not found.');
  const secret = form.get('client_secret') ?? '';
  const { botSecrets } = cloud.live;
  if (botSecrets ? !botSecrets.includes(secret) : secret === '')
    return refuse('invalid_client', 'AADSTS7000215: invalid client secret provided.');
  if (form.get('scope') !== 'https://api.botframework.com/.default')
    return refuse('invalid_scope', 'The scope must be https://api.botframework.com/.default.');
  return { status: 200, body: await cloud.botFramework.issueConnectorToken(request.parameters.tenant ?? '') };
}
