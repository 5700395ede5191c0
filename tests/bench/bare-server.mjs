/*
 * The floor, in a process of its own: restify with nothing but the SDK's authentication in front of one fixed answer
 * (`/api/messages`), and fixed JSON without any check (`/json/NAME`). Told by `value.calls` how many reads go at once, round by round, and
 * how many rows of how many bytes a transaction then writes, it makes these calls first, without any rule. Everything comes in the
 * environment.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCalls } from './make-calls.mjs';
import { installed } from './product.mjs';

const restify = installed('restify');
const { AuthenticationConfiguration, BotFrameworkAuthenticationFactory, PasswordServiceClientCredentialFactory } =
  installed('botframework-connector');
const { BENCH_FOLDER: folder, BENCH_APP_ID: appId, BENCH_OPENID: openId } = process.env;
const botFramework = 'https://api.botframework.com';
const authentication = BotFrameworkAuthenticationFactory.create(
  '',
  true,
  'https://login.microsoftonline.com/botframework.com',
  botFramework,
  botFramework,
  botFramework,
  openId,
  openId,
  'urn:botframework:azure',
  new PasswordServiceClientCredentialFactory(appId, ''),
  new AuthenticationConfiguration(['msteams']),
  undefined,
  {},
);
const server = restify.createServer();
server.post('/api/messages', async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const activity = JSON.parse(Buffer.concat(chunks).toString());
  await authentication.authenticateRequest(activity, request.headers.authorization);
  if (activity.value?.calls !== undefined) await makeCalls(activity.value.calls);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(readKept('answer.json'));
});
server.get('/json/:name', async (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(readKept(`${request.params.name}.json`));
});

const kept = new Map();
function readKept(name) {
  if (!kept.has(name)) kept.set(name, readFileSync(join(folder, name)));
  return kept.get(name);
}

server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('disconnect', () => process.exit(0));
