import { runDue } from '../../../src/dispatch/run-due';
import { plusDays } from '../../../src/kernel/clock';
import { CodedError } from '../../../src/kernel/coded-error';
import { readAll } from '../../../src/kernel/read-all';
import { surveyKey } from '../../../src/survey/read-survey-key';
import { dueRows } from '../../helpers/due-rows';
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
  for (const day of [3, 2, 1]) {
    stage.now = plusDays(now, days - day);
    await stage.work();
  }
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

describe('Figures that fail', () => {
  async function failing() {
    const it = await closing();
    const makeFigures = it.stage.ports.makeFigures.bind(it.stage.ports);
    Object.assign(it.stage.ports, { makeFigures: () => Promise.reject(new CodedError('figures-failed', 'not now')) });
    const work = async (at: string): Promise<readonly string[]> => {
      it.stage.now = at;
      const codes: string[] = [];
      for (const row of await dueRows(it.stage.ports, 'passages', at))
        await runDue(it.stage.ports, 'passages', row, it.stage.context).catch((error: unknown) => {
          codes.push(error instanceof CodedError ? error.code : String(error));
        });
      return codes;
    };
    for (const day of [1, 2, 3]) await work(plusDays(it.lastClose, day));
    return { ...it, work, makeFigures, from: plusDays(now, it.days) };
  }

  it('keep the key until they are made', async () => {
    const { stage, hasKey, work, makeFigures, from } = await failing();
    for (const day of [0, 1, 10, 29]) {
      await work(plusDays(from, day));
      expect(await hasKey()).toBe(true);
    }
    Object.assign(stage.ports, { makeFigures });
    for (const day of [30, 31, 32]) await work(plusDays(from, day - 0.9));
    expect(await hasKey()).toBe(false);
    expect(await stage.ports.programmes.get('passages', 'figures', 'closing')).toBeDefined();
  });

  it('keep it for thirty days at most; that they were given up is told once', async () => {
    const { hasKey, work, from } = await failing();
    expect(await work(from)).not.toContain('figures-given-up');
    expect(await work(plusDays(from, 29.9))).not.toContain('figures-given-up');
    expect(await hasKey()).toBe(true);
    expect(await work(plusDays(from, 31))).toContain('figures-given-up');
    expect(await hasKey()).toBe(false);
    for (const day of [32, 40]) expect(await work(plusDays(from, day))).not.toContain('figures-given-up');
  });
});
