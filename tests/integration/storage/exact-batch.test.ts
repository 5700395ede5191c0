import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TableClient } from '@azure/data-tables';
import { submitChanges, useExactEtags, type RowChange } from '../../../bot/storage/exact-batch';
import { classifyFailure } from '../../../bot/storage/storage-failure';

const accountKey = Buffer.from('a key').toString('base64');
const entity = {
  partitionKey: "t|o'b",
  rowKey: "note|d'or",
  kind: 'note',
  v: 1,
  op: 'op-1',
  body: '{"a":"é\\r\\n🙂"}',
};

interface Answer {
  readonly status: number;
  readonly body?: string;
}

/** Submits the changes to a store that answers so. Returns what came there, the table's address and the boundary's name taken out of it. */
async function submitTo(answer: Answer, changes: readonly RowChange[]): Promise<{ length: number; body: string }> {
  const bodies: Buffer[] = [];
  let length = 0;
  const server = createServer((request, response) => {
    length = Number(request.headers['content-length']);
    request.on('data', (chunk: Buffer) => bodies.push(chunk));
    const type = answer.status === 202 ? 'multipart/mixed; boundary=batchresponse_1' : 'application/json';
    request.on('end', () => response.writeHead(answer.status, { 'content-type': type }).end(answer.body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/account`;
  const client = TableClient.fromConnectionString(
    `DefaultEndpointsProtocol=http;AccountName=account;AccountKey=${accountKey};TableEndpoint=${address};`,
    'rows',
    { allowInsecureConnection: true },
  );
  client.pipeline.removePolicy({ phase: 'Retry' });
  useExactEtags(client);
  try {
    await submitChanges(
      client,
      { op: 'op-1', partitionKey: entity.partitionKey, changes },
      new AbortController().signal,
    );
  } finally {
    server.close();
    server.closeAllConnections();
  }
  const bytes = Buffer.concat(bodies);
  const body = bytes.toString().replaceAll(address, 'ADDRESS').replaceAll('batch_op-1', 'NAME');
  return { length: length - bytes.length, body };
}

/** A transaction's answer with one part, as Azure and Azurite write it. */
const part = (status: string, body = ''): Answer => ({
  status: 202,
  body: [
    '--batchresponse_1',
    'Content-Type: multipart/mixed; boundary=changesetresponse_1',
    '',
    '--changesetresponse_1',
    'Content-Type: application/http',
    '',
    `HTTP/1.1 ${status}`,
    '',
    body,
    '--changesetresponse_1--',
    '--batchresponse_1--',
  ].join('\r\n'),
});
const said = (code: string) => JSON.stringify({ 'odata.error': { code, message: { lang: 'en', value: 'No.' } } });
const written = part('204 No Content');

it('A transaction goes out as Azure asks for it, each change under the version that was read', async () => {
  const { length, body } = await submitTo(written, [
    { op: 'insert', entity },
    { op: 'replace', entity: { ...entity, rowKey: 'note|b' }, etag: 'W/"b 1"' },
    { op: 'delete', rowKey: 'note|c', etag: 'W/"c 1"' },
  ]);
  expect(length).toBe(0);
  const begins = ['--changeset_NAME', 'Content-Type: application/http', 'Content-Transfer-Encoding: binary', ''];
  const common = ['Accept: application/json;odata=minimalmetadata', 'DataServiceVersion: 3.0'];
  const json = (rowKey: string) =>
    `{"PartitionKey":"t|o'b","RowKey":"${rowKey}","kind":"note","v":1,"op":"op-1","body":"{\\"a\\":\\"é\\\\r\\\\n🙂\\"}"}`;
  expect(body.split('\r\n')).toEqual([
    '--NAME',
    'Content-Type: multipart/mixed; boundary=changeset_NAME',
    '',
    ...begins,
    'POST ADDRESS/rows HTTP/1.1',
    'Content-Type: application/json',
    ...common,
    'Prefer: return-no-content',
    '',
    json("note|d'or"),
    ...begins,
    "PUT ADDRESS/rows(PartitionKey='t%7Co''b',RowKey='note%7Cb') HTTP/1.1",
    'Content-Type: application/json',
    ...common,
    'If-Match: W/"b 1"',
    '',
    json('note|b'),
    ...begins,
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

it.each([
  ['a row that is there already', part('409 Conflict', said('EntityAlreadyExists')), 'conflict'],
  ['a row that has another etag', part('412 Precondition Failed', said('UpdateConditionNotSatisfied')), 'conflict'],
  ['a row that is not there', part('404 Not Found', said('ResourceNotFound')), 'missing'],
  ['a table that is being deleted', part('409 Conflict', said('TableBeingDeleted')), 'refused'],
  ['too much', { status: 413, body: said('RequestBodyTooLarge') }, 'too-large'],
  ['a store that is busy', { status: 503, body: said('ServerBusy') }, 'in-doubt'],
  ['too many requests', { status: 429 }, 'busy'],
  ['no right to it', { status: 403, body: said('AuthorizationFailure') }, 'refused'],
  ['no word on any change', { status: 202, body: '--batchresponse_1--' }, 'in-doubt'],
  ['nothing', { status: 202 }, 'in-doubt'],
] as const)('An answer that tells of %s is taken for what it is', async (_what, answer, failure) => {
  const refusal: unknown = await submitTo(answer, [{ op: 'insert', entity }]).catch((error: unknown) => error);
  expect(classifyFailure(refusal)).toBe(failure);
});

it.each(['*', ' * ', '', ' ', 'W/""', 'W/"a"\r\nIf-Match: *', 'a'])(
  'Nothing goes out under the version %j, which is none or any',
  async (etag) => {
    const refusal = { code: 'etag-required' };
    await expect(submitTo(written, [{ op: 'replace', entity, etag }])).rejects.toMatchObject(refusal);
    await expect(submitTo(written, [{ op: 'delete', rowKey: entity.rowKey, etag }])).rejects.toMatchObject(refusal);
  },
);
