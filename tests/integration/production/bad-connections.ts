import { connect, type Socket } from 'node:net';

/** Begins a request and never ends its headers. Returns what came back once the server has closed the connection. */
export async function dripHeaders(port: number): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString()));
  socket.on('error', () => undefined);
  const timer = setInterval(() => socket.write('x-drop: 1\r\n'), 500);
  socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n');
  await new Promise((resolve) => socket.once('close', resolve));
  clearInterval(timer);
  return answer;
}

/** Asks whether the server is alive, over a connection that is there. Returns the first of the answer. */
export async function askOver(socket: Socket): Promise<string> {
  const answer = new Promise<string>((resolve) => socket.once('data', (chunk) => resolve(chunk.toString())));
  socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
  return answer;
}

/**
 * Opens so many connections, a hundred at a time: more than the system keeps for a server that is busy would be lost, not refused.
 * `refused` settles once the server has closed as many as it must.
 */
export async function openSockets(
  port: number,
  count: number,
  tooMany: number,
): Promise<{ readonly sockets: readonly [Socket, ...Socket[]]; readonly refused: Promise<void> }> {
  let closed = 0;
  let tell: () => void = () => undefined;
  const refused = new Promise<void>((resolve) => (tell = resolve));
  const open = async (): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.on('close', () => {
      closed++;
      if (closed >= tooMany) tell();
    });
    socket.resume();
    await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
    return socket;
  };
  const first = await open();
  const sockets: [Socket, ...Socket[]] = [first];
  while (sockets.length < count) {
    sockets.push(...(await Promise.all(Array.from({ length: Math.min(100, count - sockets.length) }, open))));
    await askOver(first);
  }
  return { sockets, refused };
}
