/* A pipe in front of the table service that counts what goes through. */
import { Agent, createServer, request as forward } from 'node:http';

/**
 * The same storage, its tables counted: `calls()` is the number of requests so far, `trace(work)` what went through while `work` was
 * done: requests, how many of them waited for one another at most (rounds), and rows and bytes of its transactions.
 */
export async function countCalls(connectionString) {
  const port = Number(/TableEndpoint=http:\/\/127\.0\.0\.1:(\d+)/.exec(connectionString)[1]);
  const agent = new Agent({ keepAlive: true });
  let calls = 0;
  let traced;
  const server = createServer((incoming, response) => {
    calls++;
    const trace = traced;
    const round = (trace?.ended ?? 0) + 1;
    if (trace !== undefined) {
      trace.calls++;
      trace.rounds = Math.max(trace.rounds, round);
      if (incoming.url.includes('$batch')) countRows(incoming, trace);
    }
    const { method, url, headers } = incoming;
    const outgoing = forward({ host: '127.0.0.1', port, method, path: url, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.on('end', () => {
        if (trace !== undefined) trace.ended = Math.max(trace.ended, round);
      });
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
    async trace(work) {
      traced = { calls: 0, rounds: 0, ended: 0, rows: 0, bytes: 0 };
      await work();
      const { calls: made, rounds, rows, bytes } = traced;
      traced = undefined;
      return { calls: made, rounds, rows, bytes };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
        agent.destroy();
      }),
  };
}

function countRows(incoming, trace) {
  const chunks = [];
  incoming.on('data', (chunk) => chunks.push(chunk));
  incoming.on('end', () => {
    const body = Buffer.concat(chunks);
    trace.bytes += body.length;
    trace.rows += body.toString().match(/^(POST|PUT|PATCH|MERGE|DELETE) http/gm)?.length ?? 0;
  });
}
