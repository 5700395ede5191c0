/* Ten thousand due rows of one programme worked by one, two and four servers on one Azurite, beside a floor that makes the same calls. */
import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { compared, timed } from './compare.mjs';
import { openStorage, seedVolunteers } from './due-storage.mjs';
import { product } from './product.mjs';

const server = fileURLToPath(new URL('due-server.mjs', import.meta.url));
const prefix = 'due';
/** Two servers do the work in this part of the time of one: 1.7 times as fast. */
const twoOfOne = 1 / 1.7;

/**
 * Every side once: ten thousand rows are repetition enough. Each on an Azurite of its own, since one that holds the rows of the sides
 * before answers later, and the later sides would pay for it.
 */
export async function dueRows({ quick, say }) {
  const count = quick ? 80 : 10_000;
  const sides = {};
  for (const servers of [1, 2, 4])
    for (const mode of ['product', 'floor']) {
      const side = `${mode}-${String(servers)}`;
      sides[side] = await measureSide(mode, side, servers, count);
      say?.(`${side}: ${describe(sides[side])}`);
    }
  return rowsOf(sides, count);
}

async function measureSide(mode, programmeId, servers, count) {
  const { startAzurite } = product('bot/local/azurite/start-azurite');
  const azurite = await startAzurite();
  try {
    await seedVolunteers(await openStorage(azurite.connectionString, prefix), programmeId, count);
    return await measure(azurite.connectionString, mode, programmeId, servers, count);
  } finally {
    await azurite.stop();
  }
}

async function measure(connectionString, mode, programmeId, servers, count) {
  const tallies = new Map();
  const children = Array.from({ length: servers }, (_, index) =>
    fork(server, [mode, connectionString, prefix, programmeId, String(index), String(servers)]),
  );
  try {
    await Promise.all(children.map((child) => new Promise((resolve) => child.once('message', resolve))));
    const milliseconds = await timed(
      () =>
        new Promise((resolve, reject) => {
          for (const child of children) {
            child.once('exit', (code) => reject(new Error(`A server of the bench ended with ${String(code)}`)));
            child.on('message', (tally) => {
              tallies.set(child, tally);
              if (sum(tallies, 'rows') >= count) resolve();
            });
            child.send('go');
          }
        }),
    );
    const shares = [...tallies.values()].map(({ rows }) => rows);
    return {
      milliseconds: milliseconds / count,
      conflicts: sum(tallies, 'conflicts'),
      commits: sum(tallies, 'commits'),
      shares,
    };
  } finally {
    for (const child of children) {
      child.removeAllListeners('exit');
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    }
  }
}

function rowsOf(sides, count) {
  const one = sides['product-1'];
  const floor = sides['floor-1'];
  const name = (servers) => {
    const side = sides[`product-${String(servers)}`];
    return `${String(count)} due rows, ${servers === 1 ? 'one server' : `${String(servers)} servers`} (${describe(side)})`;
  };
  const scaled = (servers) => {
    const other = sides[`floor-${String(servers)}`];
    const gain = (floor.milliseconds / other.milliseconds).toFixed(2);
    return `one server; the floor's ${String(servers)} processes do ${perSecond(other)} rows/s, ${gain} times its one, on ${String(cpus().length)} cores with Azurite on one of them`;
  };
  return [
    compared(name(1), {
      ours: one.milliseconds,
      otherCost: floor.milliseconds,
      other: `the same calls of the bare client (${perSecond(floor)} rows/s)`,
      unit: 'ms per row',
      limit: 1.5,
    }),
    ...[2, 4].map((servers) =>
      compared(name(servers), {
        ours: sides[`product-${String(servers)}`].milliseconds,
        otherCost: one.milliseconds,
        other: scaled(servers),
        unit: 'ms per row',
        limit: servers === 2 ? twoOfOne : 1,
      }),
    ),
  ];
}

function describe(side) {
  const conflicts = ((100 * side.conflicts) / Math.max(1, side.commits)).toFixed(2);
  return `${perSecond(side)} rows/s, ${conflicts} % of ${String(side.commits)} transactions in conflict, shares ${side.shares.join(' + ')}`;
}

function perSecond({ milliseconds }) {
  return String(Math.round(1000 / milliseconds));
}

function sum(tallies, name) {
  return [...tallies.values()].reduce((all, tally) => all + tally[name], 0);
}
