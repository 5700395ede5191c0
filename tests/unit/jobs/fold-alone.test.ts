import type { BackgroundDeps } from '../../../bot/jobs/background-deps';
import { foldAll } from '../../../bot/jobs/follow-changes';
import { RetryBackoff } from '../../../bot/jobs/retry-backoff';
import { UnitOfWork } from '../../../src/domain/unit-of-work';
import { memoryPorts } from '../../helpers/memory-ports';
import { castOf } from '../../helpers/stage';

async function foldWith(isOurs: () => Promise<boolean>) {
  const ports = memoryPorts();
  const stage = await castOf(ports, { programme: { state: 'running' } });
  // More than one transaction takes.
  for (let n = 0; n < 50; n++)
    await new UnitOfWork(ports, 'passages', stage.context, 'system')
      .recordChange('pair-formed', { counts: { 'pairs.active': 1 } })
      .commit();
  const clock = { now: () => stage.now };
  const deps = { ports, programmeClock: clock } as unknown as BackgroundDeps;
  const folded = await foldAll(deps, new RetryBackoff(clock), 'passages', isOurs);
  const left = await ports.programmes.range('passages', 'change', { limit: 100 });
  return { folded, left: left.rows.length };
}

test('a server folds all changes of a programme while its first shard is its own', async () => {
  expect(await foldWith(() => Promise.resolve(true))).toMatchObject({ folded: { isAll: true }, left: 0 });
});

test('a server whose first shard is another one’s by now leaves the changes to it, and fails at nothing', async () => {
  const { folded, left } = await foldWith(() => Promise.resolve(false));
  expect(folded).toEqual({ done: 0, isAll: false });
  expect(left).toBeGreaterThanOrEqual(50);
});

test('a server that loses the first shard between two folds stops there', async () => {
  const answers = [true];
  const { folded, left } = await foldWith(() => Promise.resolve(answers.pop() ?? false));
  expect(folded).toEqual({ done: 40, isAll: false });
  expect(left).toBeGreaterThanOrEqual(10);
});
