/* The calls of a press without the press: point reads round by round, then one transaction, by the SDK alone. */
import { randomUUID } from 'node:crypto';
import { installed } from './product.mjs';

const { TableClient } = installed('@azure/data-tables');
const partition = 'tenant|programme';
const rowsThere = 16;
let table;

/** Reads so many rows at once in each round, then writes so many rows of so many bytes in one transaction. */
export async function makeCalls({ reads, rows, bytes }) {
  const client = await (table ??= openTable());
  for (const count of reads)
    await Promise.all(Array.from({ length: count }, (_, index) => client.getEntity(partition, `row-${String(index)}`)));
  const filler = 'x'.repeat(Math.max(0, Math.round(bytes / rows) - 500));
  await client.submitTransaction(
    Array.from({ length: rows }, () => ['create', { partitionKey: partition, rowKey: randomUUID(), json: filler }]),
  );
}

async function openTable() {
  const client = TableClient.fromConnectionString(process.env.BENCH_STORAGE, 'floor', {
    allowInsecureConnection: true,
  });
  await client.createTable();
  for (let index = 0; index < rowsThere; index++)
    await client.upsertEntity({ partitionKey: partition, rowKey: `row-${String(index)}`, json: 'x'.repeat(800) });
  return client;
}
