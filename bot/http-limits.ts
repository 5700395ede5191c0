import type { Server } from 'node:http';

/** How many connections one server holds, and how long each may take. */
export const httpLimits = {
  /** More than this are refused by the socket; a load balancer keeps far fewer. */
  connections: 2_000,
  headersMilliseconds: 10_000,
  /** For all of a request: a file of people over a slow line. */
  requestMilliseconds: 60_000,
  /** Longer than the 230 s of Azure's load balancer: the end that closes first must not be the one a request is on its way to. */
  keepAliveMilliseconds: 240_000,
  /** How often connections are looked at: headers that drip live so much longer. */
  lookMilliseconds: 2_000,
} as const;

/** Bounds what whoever has proved nothing yet can hold of a server; before it listens, since its watch starts then. */
export function limitConnections(server: Server, limits: Partial<Record<keyof typeof httpLimits, number>> = {}): void {
  const all = { ...httpLimits, ...limits };
  server.maxConnections = all.connections;
  server.headersTimeout = all.headersMilliseconds;
  server.requestTimeout = all.requestMilliseconds;
  server.keepAliveTimeout = all.keepAliveMilliseconds;
  // Node reads it when the server begins to listen; its types name it among the options of the constructor only, which restify calls.
  (server as Server & { connectionsCheckingInterval: number }).connectionsCheckingInterval = all.lookMilliseconds;
}
