import { plusDays } from '../../../src/kernel/clock';
import { pseudonymOf } from '../../../src/survey/pseudonym';
import { memoryPorts } from '../../helpers/memory-ports';
import { castOf, put } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';

it('The key of the answers is destroyed when its days of retention are over, not before', async () => {
  const ports = memoryPorts();
  const stage = await castOf(ports, { now, planned: true });
  await pseudonymOf(ports, 'passages', 'M1', undefined, now);
  const due = { kind: 'programme-close', at: now, ref: 'passages', occurrence: 'test', correlationId: 'c' } as const;
  await put(ports, 'passages', 'due', `${now}|programme-close|passages|test`, due);
  await stage.work();
  const days =
    (await ports.programmes.get('passages', 'programme', 'programme'))?.value.plan.retention.answersDays ?? 0;
  stage.now = plusDays(now, days - 1);
  await stage.work();
  expect(await ports.keys.get('passages', 'key', 'survey')).toBeDefined();
  stage.now = plusDays(now, days);
  await stage.work();
  expect(await ports.keys.get('passages', 'key', 'survey')).toBeUndefined();
});
