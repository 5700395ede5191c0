import { createServer, type Request, type Response } from 'restify';
import type { EdgeRequest, EdgeResponse } from '../../bot/teams/guard/check-request';

/** A real restify server on a free port whose /api/messages is answered by the edge given. */
export async function startEdgeServer(edge: {
  handle(request: EdgeRequest): Promise<EdgeResponse>;
}): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer();
  server.post('/api/messages', async (request: Request, response: Response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
    const header = (name: string) => request.header(name) || undefined;
    const { status, body } = await edge.handle({
      body: Buffer.concat(chunks),
      authorization: header('authorization'),
      contentType: header('content-type'),
      contentEncoding: header('content-encoding'),
    });
    response.send(status, body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${String(port)}/api/messages`,
    close: () =>
      new Promise((resolve) => {
        server.server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
