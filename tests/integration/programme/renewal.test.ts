import type { Stored } from '../../../src/kernel/row-store';
import type { DueWork } from '../../../src/domain/due-work';
import { runDue } from '../../../src/dispatch/run-due';
import { asked, programmeId, publish, renewalOf, renewed, replyBy, say, theDraft } from '../../helpers/finished-pair';
import type { Stage } from '../../helpers/stage';
import { useTestPorts } from '../../helpers/test-ports';
import { dueRows } from '../../helpers/due-rows';

const newPorts = useTestPorts();

async function dues(stage: Stage, kind: DueWork['kind']): Promise<readonly Stored<DueWork>[]> {
  return (await dueRows(stage.ports, programmeId)).filter(({ value }) => value.kind === kind);
}

test('both saying yes at the same instant, and two servers at the reply date, lead to one draft with each pair once, and one pair each', async () => {
  const pairs = 6;
  const numbers = Array.from({ length: pairs }, (_, index) => index + 1);
  const stage = await asked({ ports: await newPorts(), pairs });
  await Promise.all(
    numbers.flatMap((n) => [
      say(stage, `M${n}`, 'again', 'another'),
      say(stage, `S${n}`, 'swap', 'another'),
      say(stage, `S${n}`, 'again,swap', 'enough'),
    ]),
  );
  for (const n of numbers) {
    const { choices } = (await renewalOf(stage, n))!;
    expect(choices.mentor?.goOn).toEqual(['again']);
    expect(['swap', 'again,swap']).toContain(choices.mentee?.goOn.join());
    await say(stage, `S${n}`, 'again', 'enough');
  }
  stage.now = replyBy;
  // Whoever loses a race leaves the row to its next turn, as a server does.
  for (let turn = 0; turn < 20 && (await dues(stage, 'renewal-settle')).length > 0; turn++) {
    const rows = await dues(stage, 'renewal-settle');
    await Promise.all(
      [...rows, ...rows].map((row) => runDue(stage.ports, programmeId, row, stage.context).catch(() => undefined)),
    );
  }
  expect(await dues(stage, 'renewal-settle')).toEqual([]);
  const { head, pairs: drafted } = await theDraft(stage);
  expect([...drafted].sort()).toEqual(numbers.map((n) => `M${n}+S${n} again`));
  expect(head.pairs).toBe(pairs);
  expect((await stage.queued()).filter(({ kind }) => kind === 'renewals')).toHaveLength(1);
  expect(await dues(stage, 'renewal-lapse')).toHaveLength(pairs);

  await Promise.all([publish(stage, head.id), publish(stage, head.id)]);
  for (const n of numbers) expect(await renewed(stage, n)).toMatchObject({ state: 'active' });
  const introduced = (await stage.queued()).filter(({ kind }) => kind === 'introduction');
  expect(introduced).toHaveLength(2 * pairs);
}, 120_000);
