import { connect } from 'node:net';

/** Sends the head of a request with the first byte of its body, and is gone. `head` is its first line, and more lines where there are some. */
export function hangUp(port: number, head: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.once('close', () => {
      resolve();
    });
    const more = 'host: x\r\ncontent-type: application/json\r\ncontent-length: 100';
    socket.write(`${head}\r\n${more}\r\n\r\n{`, () => socket.destroy());
  });
}
