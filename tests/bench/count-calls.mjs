/* A pipe in front of the table service that counts what goes through. */
import { Agent, createServer, request as forward } from 'node:http';

/** The same storage, its tables counted: `calls()` is the number of requests so far. */
export async function countCalls(connectionString) {
  const port = Number(/TableEndpoint=http:\/\/127\.0\.0\.1:(\d+)/.exec(connectionString)[1]);
  const agent = new Agent({ keepAlive: true });
  let calls = 0;
  const server = createServer((incoming, response) => {
    calls++;
    const { method, url, headers } = incoming;
    const outgoing = forward({ host: '127.0.0.1', port, method, path: url, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    connectionString: connectionString.replace(
      /(TableEndpoint=http:\/\/127\.0\.0\.1:)\d+/,
      `$1${String(server.address().port)}`,
    ),
    calls: () => calls,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
        agent.destroy();
      }),
  };
}
