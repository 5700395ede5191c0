import { plusDays } from '../../../src/kernel/clock';
import { readAll } from '../../../src/kernel/read-all';
import { surveyKey } from '../../../src/survey/read-survey-key';
import { memoryPorts } from '../../helpers/memory-ports';
import { castOf, put, type Stage } from '../../helpers/stage';

jest.setTimeout(30_000);

const now = '2027-01-11T09:00:00.000Z';

async function closing(): Promise<{ stage: Stage; days: number; lastClose: string; hasKey: () => Promise<boolean> }> {
  const ports = memoryPorts();
  const stage = await castOf(ports, { now, planned: true });
  await surveyKey(ports, 'passages', now);
  const due = { kind: 'programme-close', at: now, ref: 'passages', occurrence: 'test', correlationId: 'c' } as const;
  await put(ports, 'passages', 'due', `${now}|programme-close|passages|test`, due);
  await stage.work();
  const programme = await ports.programmes.get('passages', 'programme', 'programme');
  let lastClose = now;
  for await (const { value } of readAll(ports.programmes, 'passages', 'survey-round'))
    if (value.closesAt > lastClose) lastClose = value.closesAt;
  return {
    stage,
    days: programme?.value.plan.retention.answersDays ?? 0,
    lastClose,
    hasKey: async () => (await ports.keys.get('passages', 'key', 'survey')) !== undefined,
  };
}

it('The key of the answers is destroyed when its days of retention are over, not before', async () => {
  const { stage, days, lastClose, hasKey } = await closing();
  expect(plusDays(now, days) > plusDays(lastClose, 2)).toBe(true);
  stage.now = plusDays(now, days - 1);
  await stage.work();
  expect(await hasKey()).toBe(true);
  stage.now = plusDays(now, days);
  await stage.work();
  expect(await hasKey()).toBe(false);
});

it('It is not destroyed while a round takes answers, as one does that follows months later, nor before the last of them are sealed', async () => {
  const { stage, days, hasKey } = await closing();
  const closesAt = plusDays(now, days + 60);
  await put(stage.ports, 'passages', 'survey-round', 'much-later', {
    id: 'much-later',
    instrument: 'closing',
    opensAt: plusDays(now, days - 10),
    closesAt,
    state: 'open',
    revision: 1,
  });
  stage.now = plusDays(now, days + 1);
  await stage.work();
  expect(await hasKey()).toBe(true);
  const round = (await stage.ports.programmes.get('passages', 'survey-round', 'much-later'))!;
  await stage.ports.programmes.commit('passages', [
    {
      op: 'replace',
      kind: 'survey-round',
      key: 'much-later',
      value: { ...round.value, state: 'closed' },
      etag: round.etag,
    },
  ]);
  stage.now = plusDays(closesAt, 1);
  await stage.work();
  expect(await hasKey()).toBe(true);
  stage.now = plusDays(closesAt, 3);
  await stage.work();
  expect(await hasKey()).toBe(false);
});
