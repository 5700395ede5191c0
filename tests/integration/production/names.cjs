/*
 * Loaded into the server before its own code: the names of Microsoft's hosts lead to this machine, as a name server of the test would
 * have it, at the port that TEST_NAMES gives each. Every other name is unknown, and said on stderr. Who speaks TLS is still proved.
 */
const { Socket } = require('node:net');

const ports = new Map(Object.entries(JSON.parse(process.env.TEST_NAMES)));
const connect = Socket.prototype.connect;

Socket.prototype.connect = function connectByName(...given) {
  const [options, ...rest] = Array.isArray(given[0]) ? given[0] : given;
  const { host, path } = options;
  if (typeof host !== 'string' || path || host === '127.0.0.1') return connect.apply(this, given);
  const port = ports.get(host);
  if (port === undefined) process.stderr.write(`unknown-name ${host}\n`);
  const to = { ...options, host: '127.0.0.1', port: port ?? 1 };
  if (!Array.isArray(given[0])) return connect.call(this, to, ...rest);
  const normalized = given[0];
  normalized[0] = to;
  return connect.call(this, normalized);
};
