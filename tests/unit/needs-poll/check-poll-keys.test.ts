import { checkPollKeys } from '../../../src/needs-poll/check-poll-keys';
import { makePollKey } from '../../../src/needs-poll/read-poll-key';
import { memoryPorts } from '../../helpers/memory-ports';

const now = '2027-01-11T09:00:00.000Z';

test('Keys of open polls are counted for the operator, and those that another secret was used for', async () => {
  const ports = memoryPorts();
  for (const id of ['one', 'two', 'none'])
    await ports.tenants.commit('tenant', [
      { op: 'insert', kind: 'entry', key: id, value: { id, name: { fr: id, en: id }, state: 'setup' } },
    ]);
  expect(await checkPollKeys(ports)).toEqual({ keys: 0, closed: 0 });
  await makePollKey(ports, 'one', '1', now);
  await makePollKey({ ...ports, wrappingSecret: () => 'the secret of last year' }, 'two', '2', now);
  expect(await checkPollKeys(ports)).toEqual({ keys: 2, closed: 1 });
});
