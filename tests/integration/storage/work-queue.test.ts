import type { QueueClient } from '@azure/storage-queue';
import { createStores } from '../../../bot/storage/create-stores';
import { createWorkQueue } from '../../../bot/storage/work-queue';
import { useAzurite } from '../../helpers/azurite';

const azurite = useAzurite();
const notice = { programmeId: 'programme-é', jobId: 'job-1' };

async function newQueue() {
  const access = { connectionString: azurite.connectionString() };
  const { queue: client } = await createStores({ access, tables: [], queue: azurite.uniqueName('work') });
  const dropped: string[] = [];
  return { client, dropped, queue: createWorkQueue({ client, onDropped: (id) => dropped.push(id) }) };
}

/** Messages on the queue, hidden ones included. */
async function messagesLeft(client: QueueClient): Promise<number> {
  return (await client.getProperties()).approximateMessagesCount ?? -1;
}

describe('The work queue', () => {
  it('hands a notice to one receiver only, until it is complete', async () => {
    const { client, queue } = await newQueue();
    await queue.send(notice);
    const received = await queue.receive(60);
    expect(received).toMatchObject({ notice, deliveries: 1 });
    expect(await queue.receive(60)).toBeUndefined();
    await received?.complete();
    expect(await messagesLeft(client)).toBe(0);
    await expect(received?.complete()).resolves.toBeUndefined();
  });

  it('hands it out again when it is no longer hidden, and counts', async () => {
    const { queue } = await newQueue();
    await queue.send(notice);
    const first = await queue.receive(60);
    await first?.extend(0);
    const second = await queue.receive(60);
    expect(second).toMatchObject({ notice, deliveries: 2 });
  });

  it('completes with the receipt of the last extension', async () => {
    const { client, queue } = await newQueue();
    await queue.send(notice);
    const received = await queue.receive(60);
    await received?.extend(120);
    await received?.extend(120);
    await received?.complete();
    expect(await messagesLeft(client)).toBe(0);
  });

  it('tells a receiver whose notice another has taken, and leaves it to the other', async () => {
    const { client, queue } = await newQueue();
    await queue.send(notice);
    const slow = await queue.receive(60);
    // As if its time had run out.
    await slow?.extend(0);
    const other = await queue.receive(60);
    await expect(slow?.extend(60)).rejects.toMatchObject({ code: 'notice-lost' });
    await expect(slow?.complete()).resolves.toBeUndefined();
    expect(await messagesLeft(client)).toBe(1);
    await other?.complete();
    expect(await messagesLeft(client)).toBe(0);
  });

  it.each([
    'not base64 {',
    Buffer.from('no json').toString('base64'),
    Buffer.from('{"v":2,"programmeId":"p","jobId":"j"}').toString('base64'),
    Buffer.from('{"v":1,"programmeId":"p"}').toString('base64'),
    Buffer.from('null').toString('base64'),
  ])('F51: drops and counts the unreadable message %p, and goes on to the next', async (poison) => {
    const { client, dropped, queue } = await newQueue();
    await client.sendMessage(poison);
    await queue.send(notice);
    expect(await queue.receive(60)).toMatchObject({ notice });
    expect(dropped).toHaveLength(1);
    expect(await messagesLeft(client)).toBe(1);
  });
});
