import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The wire between a server and its tables, which can be cut and mended. */
export interface StorageWire {
  /** The same storage, its tables through the wire. */
  readonly connectionString: string;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** A TCP proxy in front of the table service. */
export async function openStorageWire(connectionString: string): Promise<StorageWire> {
  const target = Number(/TableEndpoint=http:\/\/127\.0\.0\.1:(\d+)/.exec(connectionString)?.[1]);
  const open = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) {
      near.destroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const end = (): void => open.forEach((socket) => socket.destroy());
  return {
    connectionString: connectionString.replace(/(TableEndpoint=http:\/\/127\.0\.0\.1:)\d+/, `$1${String(port)}`),
    cut() {
      whole = false;
      end();
    },
    mend() {
      whole = true;
    },
    close: () =>
      new Promise((resolve) => {
        end();
        server.close(() => {
          resolve();
        });
      }),
  };
}
