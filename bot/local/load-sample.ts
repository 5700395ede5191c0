import { CodedError } from '../../src/kernel/coded-error';
import type { SampleTenant } from './sample-tenant';
import type { TeamsService } from './teams-service/teams-service';

/**
 * Sets the sample programme up as HR would, through the tab's API: plan, people, the bot in the team, the request for the sponsor's
 * pledge. False when it was there already. Throws `sample-refused`.
 */
export async function loadSample(serverUrl: string, teams: TeamsService, sample: SampleTenant): Promise<boolean> {
  const root = `/programmes/${sample.plan.id}`;
  const call = caller(serverUrl, teams, sample.administratorId);
  if ((await call('GET', root)).status === 200) return false;
  await must(call('PUT', `${root}/plan`, sample.plan, { 'if-none-match': '*' }));
  await teams.addBotToTeam(sample.team.id, sample.administratorId);
  const { name, bytes } = sample.peopleFile;
  const check = (await must(
    call('POST', `${root}/people/check`, { fileName: name, contentBase64: bytes.toString('base64'), map: sample.map }),
  )) as { importId?: string };
  if (check.importId === undefined) throw new CodedError('sample-refused', 'No row of the sample could be taken');
  await must(call('POST', `${root}/people/imports/${check.importId}/confirm`));
  await settle(serverUrl);
  await must(call('POST', `${root}/pledge-request`));
  await settle(serverUrl);
  return true;
}

interface CallAnswer {
  readonly status: number;
  readonly body: unknown;
}
type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<CallAnswer>;

function caller(serverUrl: string, teams: TeamsService, directoryId: string): Call {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${serverUrl}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await teams.tabToken(directoryId)}`,
        'content-type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
}

async function must(answer: Promise<CallAnswer>): Promise<unknown> {
  const { status, body } = await answer;
  if (status >= 300)
    throw new CodedError(
      'sample-refused',
      `The sample could not be loaded: ${String(status)} ${JSON.stringify(body).slice(0, 500)}`,
    );
  return body;
}

async function settle(serverUrl: string): Promise<void> {
  await fetch(`${serverUrl}/local/settle`, { method: 'POST' });
}
