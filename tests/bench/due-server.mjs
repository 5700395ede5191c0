/*
 * One server of the bench of due work, in a process of its own: `product` ticks as a server does; `floor` makes the same calls of the
 * table service with the bare client of Azure, on its part of the rows. Tells its parent how many rows it did and what was refused.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { due, openStorage, tenant } from './due-storage.mjs';
import { installed, product } from './product.mjs';

const [mode, connectionString, prefix, programmeId, index, count] = process.argv.slice(2);
const tally = { rows: 0, commits: 0, conflicts: 0 };
let told = 0;

function tell(force = false) {
  if (!force && tally.rows - told < 20) return;
  told = tally.rows;
  process.send({ ...tally });
}

const work = await (mode === 'floor' ? floorServer() : productServer());
process.on('message', (message) => {
  if (message === 'stop') process.exit(0);
  work().catch((error) => {
    process.stderr.write(`${String(error.stack)}\n`);
    process.exit(1);
  });
});
process.send('ready');

/** The background of a server, its tick alone. */
async function productServer() {
  const { RetryBackoff } = product('bot/jobs/retry-backoff');
  const { runTick } = product('bot/jobs/run-tick');
  const { ShardLeases } = product('bot/jobs/shard-leases');
  const { createRealClock } = product('bot/real-clock');
  const { runDue } = product('src/dispatch/run-due');
  const ports = await openStorage(connectionString, prefix);
  const realClock = createRealClock();
  const { programmes } = ports;
  const counting = {
    ...programmes,
    async commit(partition, writes) {
      const result = await programmes.commit(partition, writes);
      tally.commits++;
      if (!result.ok) tally.conflicts++;
      else tally.rows += writes.filter(({ op, kind }) => op === 'delete' && kind === 'due').length;
      tell();
      return result;
    },
  };
  const all = { ...ports, programmes: counting };
  const deps = {
    ports: all,
    runDue: (...work) => runDue(all, ...work),
    programmeClock: { now: () => due },
    realClock,
    isClockWrong: () => false,
    holder: `bench-${index}`,
    pace: { tickSeconds: 2, leaseSeconds: 30 },
    log: { error: (fields) => void process.stderr.write(`${JSON.stringify(fields)}\n`) },
    metrics: { tickFailure: () => undefined },
    errorFields: (error) => ({ error: String(error) }),
  };
  const later = new RetryBackoff(realClock);
  const leases = new ShardLeases(deps);
  return async () => {
    for (;;) {
      await runTick(deps, later, leases);
      tell(true);
      await pause(200);
    }
  };
}

/** What each row costs of the table service: four reads, three of them together, and one transaction of five rows. */
async function floorServer() {
  const { TableClient, odata } = installed('@azure/data-tables');
  const { partitionKeyOf, rowKeyOf } = product('bot/storage/table-mapper');
  const client = TableClient.fromConnectionString(connectionString, `${prefix}programmes`, {
    allowInsecureConnection: true,
    retryOptions: { maxRetries: 0 },
  });
  const partitionKey = partitionKeyOf(tenant, programmeId);
  const range = (from, to, maxPageSize) =>
    client
      .listEntities({
        queryOptions: { filter: odata`PartitionKey eq ${partitionKey} and RowKey ge ${from} and RowKey lt ${to}` },
      })
      .byPage({ maxPageSize })
      .next();
  const shards = Array.from({ length: 16 }, (_, shard) => shard).filter(
    (shard) => shard % Number(count) === Number(index),
  );
  const one = async (row, n) => {
    const { ref } = JSON.parse(row.body);
    await client.getEntity(partitionKey, 'programme|programme');
    const [person] = await Promise.all([
      client.getEntity(partitionKey, rowKeyOf('participant', ref)),
      client.getEntity(partitionKey, rowKeyOf('person-pairs', ref)).catch(() => undefined),
      range(rowKeyOf('asked', `${ref}|`), rowKeyOf('asked', `${ref}}`), 51),
    ]);
    const id = `${index}-${String(n)}`;
    const added = (kind, bytes) => [
      'create',
      { partitionKey, rowKey: rowKeyOf(kind, id), kind, v: 1, op: id, body: 'x'.repeat(bytes) },
    ];
    await client.submitTransaction([
      ['delete', row],
      ['update', { ...person, op: id }, 'Replace', { etag: person.etag }],
      added('change', 150),
      added('queued', 400),
      added('shard', 60),
    ]);
    tally.rows++;
    tally.commits++;
    tell();
  };
  return async () => {
    let n = 0;
    for (const shard of shards) {
      const prefixOf = String(shard).padStart(2, '0');
      for (;;) {
        const page = await range(rowKeyOf('due', `${prefixOf}|`), rowKeyOf('due', `${prefixOf}}`), 31);
        if (page.done || page.value.length === 0) break;
        for (const row of page.value) await one(row, n++);
      }
    }
    tell(true);
  };
}
