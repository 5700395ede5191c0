import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TableClient } from '@azure/data-tables';
import { submitChanges, useExactEtags, type RowChange } from '../../../bot/storage/exact-batch';

const accountKey = Buffer.from('a key').toString('base64');
const entity = {
  partitionKey: "t|o'b",
  rowKey: "note|d'or",
  kind: 'note',
  v: 1,
  op: 'op-1',
  body: '{"a":"é\\r\\n🙂"}',
};

/** What goes over the wire for these changes, the table's address and the boundary's number taken out of it. */
async function sent(changes: readonly RowChange[]): Promise<{ readonly length: number; readonly body: string }> {
  const bodies: Buffer[] = [];
  const lengths: number[] = [];
  const server = createServer((request, response) => {
    lengths.push(Number(request.headers['content-length']));
    request.on('data', (chunk: Buffer) => bodies.push(chunk));
    request.on('end', () => response.writeHead(500).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/account`;
  const client = TableClient.fromConnectionString(
    `DefaultEndpointsProtocol=http;AccountName=account;AccountKey=${accountKey};TableEndpoint=${address};`,
    'rows',
    { allowInsecureConnection: true, retryOptions: { maxRetries: 0 } },
  );
  client.pipeline.removePolicy({ phase: 'Retry' });
  useExactEtags(client);
  try {
    await submitChanges(
      client,
      { op: 'op-1', partitionKey: entity.partitionKey, changes },
      new AbortController().signal,
    );
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== 500) throw error;
  } finally {
    server.close();
    server.closeAllConnections();
  }
  const bytes = Buffer.concat(bodies);
  const body = bytes.toString().replaceAll(address, 'ADDRESS').replaceAll('batch_op-1', 'NAME');
  return { length: Number(lengths[0]) - bytes.length, body };
}

it('A transaction goes out as Azure asks for it, each change under the version that was read', async () => {
  const { length, body } = await sent([
    { op: 'insert', entity },
    { op: 'replace', entity: { ...entity, rowKey: 'note|b' }, etag: 'W/"b 1"' },
    { op: 'delete', rowKey: 'note|c', etag: 'W/"c 1"' },
  ]);
  expect(length).toBe(0);
  const part = ['--changeset_NAME', 'Content-Type: application/http', 'Content-Transfer-Encoding: binary', ''];
  const common = ['Accept: application/json;odata=minimalmetadata', 'DataServiceVersion: 3.0'];
  const json = (rowKey: string) =>
    `{"PartitionKey":"t|o'b","RowKey":"${rowKey}","kind":"note","v":1,"op":"op-1","body":"{\\"a\\":\\"é\\\\r\\\\n🙂\\"}"}`;
  expect(body.split('\r\n')).toEqual([
    '--NAME',
    'Content-Type: multipart/mixed; boundary=changeset_NAME',
    '',
    ...part,
    'POST ADDRESS/rows HTTP/1.1',
    'Content-Type: application/json',
    ...common,
    'Prefer: return-no-content',
    '',
    json("note|d'or"),
    ...part,
    "PUT ADDRESS/rows(PartitionKey='t%7Co''b',RowKey='note%7Cb') HTTP/1.1",
    'Content-Type: application/json',
    ...common,
    'If-Match: W/"b 1"',
    '',
    json('note|b'),
    ...part,
    "DELETE ADDRESS/rows(PartitionKey='t%7Co''b',RowKey='note%7Cc') HTTP/1.1",
    ...common,
    'If-Match: W/"c 1"',
    '',
    '',
    '--changeset_NAME--',
    '--NAME--',
    '',
  ]);
});

it.each(['*', ' * ', '', ' ', 'W/""', 'W/"a"\r\nIf-Match: *', 'a'])(
  'Nothing goes out under the version %j, which is none or any',
  async (etag) => {
    const refusal = { code: 'etag-required' };
    await expect(sent([{ op: 'replace', entity, etag }])).rejects.toMatchObject(refusal);
    await expect(sent([{ op: 'delete', rowKey: entity.rowKey, etag }])).rejects.toMatchObject(refusal);
  },
);
