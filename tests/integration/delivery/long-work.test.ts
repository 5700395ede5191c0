import { seedProgramme } from '../../helpers/test-ports';
import { useAzurite } from '../../helpers/azurite';
import { startLaneStage, type LaneStage } from '../../helpers/lane-stage';
import { retryJob } from '../../../src/delivery/retry-job';
import { cancelJob } from '../../../src/delivery/cancel-job';
import type { Job } from '../../../src/domain/job';

const azurite = useAzurite();
let stage: LaneStage;

beforeEach(async () => {
  stage = await startLaneStage(azurite.connectionString(), azurite.uniqueName('t').slice(0, 20));
  await stage.seed('one', 2);
});
afterEach(() => stage.close());

const hr = { directoryId: 'hr', appRoles: [], name: 'HR' };
const context = { now: '2026-12-01T09:00:00.000Z', correlationId: 'c-1' };

async function aJob(overrides: Partial<Job> = {}): Promise<void> {
  const job: Job = {
    id: 'job-1',
    kind: 'invite',
    ref: '',
    state: 'queued',
    progress: 0,
    tries: 0,
    createdAt: stage.programme.now(),
    correlationId: 'c-1',
    ...overrides,
  };
  await seedProgramme(stage.ports, 'one', { job: { [job.id]: job } });
}
const theJob = async (): Promise<Job | undefined> => (await stage.ports.programmes.get('one', 'job', 'job-1'))?.value;

test('a job is done once, however often its notice comes', async () => {
  await aJob();
  for (let copies = 0; copies < 3; copies++) await stage.ports.work.send({ programmeId: 'one', jobId: 'job-1' });
  await Promise.all([stage.engine().work(), stage.engine().work()]);
  expect(await theJob()).toMatchObject({ state: 'done', progress: 1, tries: 1 });
});

test('F52 a notice that was lost is sent again by the sweep', async () => {
  await aJob();
  const engine = stage.engine();
  expect(await engine.work()).toBe(0);
  await engine.sweep();
  await engine.sweep();
  await engine.work();
  expect(await theJob()).toMatchObject({ state: 'done' });
});

test('F52 a notice of a job that does not exist, or is over, is dropped', async () => {
  await aJob({ state: 'done' });
  await stage.ports.work.send({ programmeId: 'one', jobId: 'job-1' });
  await stage.ports.work.send({ programmeId: 'one', jobId: 'nothing' });
  await stage.ports.work.send({ programmeId: 'nowhere', jobId: 'nothing' });
  const engine = stage.engine();
  await engine.work();
  expect(await engine.work()).toBe(0);
  expect(await theJob()).toMatchObject({ state: 'done', tries: 0 });
});

test('F51 a job that always fails is given up after five tries, others go on, and HR starts it again', async () => {
  await aJob({ kind: 'draft', ref: 'draft-1' });
  await seedProgramme(stage.ports, 'one', {
    draft: {
      'draft-1': {
        id: 'draft-1',
        state: 'queued',
        seed: 1,
        createdAt: context.now,
        createdBy: 'hr',
        partCount: 0,
        pairs: 0,
        unpairedCount: 0,
        total: 0,
        upperBound: 0,
        optimal: false,
        inputHash: '',
        revision: 1,
      },
    },
  });
  let fails = true;
  const engine = stage.engine({
    pairer: () =>
      fails
        ? Promise.reject(new Error('Zoé'))
        : Promise.resolve({ pairs: [], unpaired: [], total: 0, upperBound: 0, optimal: true, inputHash: 'h' }),
  });
  // On a slow machine a notice of before comes back by itself meanwhile, and counts as well.
  for (let sent = 1; sent <= 5; sent++) {
    expect((await theJob())?.tries).toBeGreaterThanOrEqual(sent - 1);
    await stage.ports.work.send({ programmeId: 'one', jobId: 'job-1' });
    await engine.work();
  }
  expect(await theJob()).toMatchObject({ state: 'dead', tries: 5, reason: 'unexpected', deadAt: stage.real.now() });
  await aJob({ id: 'job-2' });
  await stage.ports.work.send({ programmeId: 'one', jobId: 'job-2' });
  await engine.work();
  expect((await stage.ports.programmes.get('one', 'job', 'job-2'))?.value.state).toBe('done');
  fails = false;
  expect(await retryJob(stage.ports, 'one', 'job-1', hr, context)).toMatchObject({ ok: true });
  await engine.work();
  expect(await theJob()).toMatchObject({ state: 'done', tries: 1 });
});

test('a job whose server ended is taken over by another; the sixth time it is given up', async () => {
  await aJob({ state: 'running', tries: 5, heldUntil: '2026-11-23T09:59:00.000Z' });
  await stage.ports.work.send({ programmeId: 'one', jobId: 'job-1' });
  await stage.engine().work();
  expect(await theJob()).toMatchObject({ state: 'dead', reason: 'server-ended' });
});

test.each([
  ['publish', 'done'],
  ['pairing-round-end', 'done'],
  ['invite', 'dead'],
] as const)('given up, a job of kind %s is an hour later %s, without anybody’s hand', async (kind, after) => {
  await aJob({ kind, ref: 'draft-1', state: 'running', tries: 5, heldUntil: '2026-11-23T09:59:00.000Z' });
  await stage.ports.work.send({ programmeId: 'one', jobId: 'job-1' });
  const engine = stage.engine();
  await engine.work();
  expect(await theJob()).toMatchObject({ state: 'dead', deadAt: stage.real.now() });
  const sweep = async (): Promise<void> => {
    await engine.sweep();
    await engine.work();
  };
  stage.real.at += 59 * 60_000;
  await sweep();
  expect(await theJob()).toMatchObject({ state: 'dead' });
  stage.real.at += 60_000;
  await sweep();
  expect(await theJob()).toMatchObject({ state: after, tries: 5 });
});

test('a job that another server holds is left to it', async () => {
  await aJob({ state: 'running', tries: 1, heldUntil: '2026-11-23T10:00:30.000Z' });
  await stage.ports.work.send({ programmeId: 'one', jobId: 'job-1' });
  await stage.engine().work();
  expect(await theJob()).toMatchObject({ state: 'running', tries: 1 });
});

test('a draft that HR cancels while it is computed stops and stays cancelled', async () => {
  await aJob({ kind: 'draft', ref: 'draft-1' });
  await seedProgramme(stage.ports, 'one', {
    draft: {
      'draft-1': {
        id: 'draft-1',
        state: 'queued',
        seed: 1,
        createdAt: context.now,
        createdBy: 'hr',
        partCount: 0,
        pairs: 0,
        unpairedCount: 0,
        total: 0,
        upperBound: 0,
        optimal: false,
        inputHash: '',
        revision: 1,
      },
    },
  });
  await stage.ports.work.send({ programmeId: 'one', jobId: 'job-1' });
  const engine = stage.engine({
    pairer: async () => {
      expect(await cancelJob(stage.ports, 'one', 'job-1', hr, context)).toMatchObject({ ok: true });
      return { pairs: [], unpaired: [], total: 0, upperBound: 0, optimal: true, inputHash: 'h' };
    },
  });
  await engine.work();
  expect(await theJob()).toMatchObject({ state: 'cancelled' });
  expect((await stage.ports.programmes.get('one', 'draft', 'draft-1'))?.value.state).toBe('failed');
});

test('F63 after three months without a server what fell due is worked off, each once', async () => {
  await seedProgramme(stage.ports, 'one', {
    'survey-round': {
      midpoint: {
        id: 'midpoint',
        instrument: 'midpoint',
        opensAt: '2026-12-10T09:00:00.000Z',
        closesAt: '2026-12-31T09:00:00.000Z',
        state: 'planned',
        revision: 1,
      },
    },
    due: {
      '00|2026-12-05T09:00:00.000Z|channel-remind|1|': {
        kind: 'channel-remind',
        at: '2026-12-05T09:00:00.000Z',
        ref: '1',
        occurrence: '',
        correlationId: 'c',
      },
      '00|2027-01-05T09:00:00.000Z|channel-remind|2|': {
        kind: 'channel-remind',
        at: '2027-01-05T09:00:00.000Z',
        ref: '2',
        occurrence: '',
        correlationId: 'c',
      },
      '00|2027-02-05T09:00:00.000Z|channel-remind|3|': {
        kind: 'channel-remind',
        at: '2027-02-05T09:00:00.000Z',
        ref: '3',
        occurrence: '',
        correlationId: 'c',
      },
    },
  });
  stage.programme.at = Date.parse('2027-03-01T09:00:00.000Z');
  const settled = await stage.engine().settle();
  expect(settled).toMatchObject({ settled: true, due: expect.any(Number) });
  expect(stage.sent().length).toBeLessThanOrEqual(1);
});
