import type { Write } from '../../../src/kernel/row-store';
import { plusDays } from '../../../src/kernel/clock';
import { readOverview } from '../../../src/hr-page/overview';
import { statusKey } from '../../../src/domain/survey';
import { dueRows } from '../../helpers/due-rows';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts } from '../../helpers/memory-ports';
import { castOf, put, type Stage } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const night = '2027-01-12T02:00:00.000Z';

interface Sealed {
  readonly table: 'answers' | 'programmes';
  readonly keys: readonly string[];
}

/** So many people who were asked the baseline in a programme of Paris, and what the store writes again. */
async function asked(count: number): Promise<{ stage: Stage; people: readonly string[]; sealed: Sealed[] }> {
  const people = Array.from({ length: count }, (_, n) => `P${String(n).padStart(3, '0')}`);
  const sealed: Sealed[] = [];
  const ports = memoryPorts();
  const noting = <S extends { commit: (...args: any[]) => any }>(
    table: Sealed['table'],
    kind: string,
    store: S,
  ): S => ({
    ...store,
    commit: (partition: string, writes: readonly Write<any>[]) => {
      const again = writes.filter((write) => write.op === 'replace' && write.kind === kind && stage.now >= night);
      if (again.length > 0) sealed.push({ table, keys: again.map(({ key }) => key) });
      return store.commit(partition, writes);
    },
  });
  const stage: Stage = await castOf(
    {
      ...ports,
      answers: noting('answers', 'answer', ports.answers),
      programmes: noting('programmes', 'status', ports.programmes),
    },
    { now, planned: true, participants: people.map((id) => aParticipant({ id, state: 'enrolled' })) },
  );
  for (const participantId of people)
    await put(ports, 'passages', 'status', statusKey('baseline', participantId), {
      surveyRound: 'baseline',
      participantId,
      state: 'asked',
      on: '2027-01-11',
    });
  return { stage, people, sealed };
}

const answer = {
  verb: 'survey/answer',
  programmeId: 'passages',
  surveyRound: 'baseline',
  answers: { confidence: '2' },
} as const;
const skip = { verb: 'survey/skip', programmeId: 'passages', surveyRound: 'baseline' } as const;
const nights = async ({ ports }: Stage) =>
  (await dueRows(ports, 'passages')).filter(({ value }) => value.kind === 'nightly').map(({ value }) => value);

describe('The night’s work', () => {
  it('is asked for once, by the first who answers or skips, also at the same instant', async () => {
    const { stage, people } = await asked(6);
    expect(await nights(stage)).toEqual([]);
    await Promise.all(people.slice(0, 3).map((id) => stage.press(id, answer)));
    stage.now = '2027-01-11T21:00:00.000Z';
    await stage.press('P003', skip);
    expect((await nights(stage)).map(({ at }) => at)).toEqual([night]);
  });

  it('is asked for again by an answer that replaces one of an earlier night', async () => {
    const { stage } = await asked(6);
    await stage.press('P000', answer);
    await stage.advance(plusDays(night, 0.1));
    expect(await nights(stage)).toEqual([]);
    await stage.press('P000', answer);
    expect((await nights(stage)).map(({ at }) => at)).toEqual([plusDays(night, 1)]);
  });

  it('is asked for the night after as well by a press that may be written only after this one', async () => {
    const { stage } = await asked(6);
    stage.now = '2027-01-12T01:58:00.000Z';
    await stage.press('P000', answer);
    expect((await nights(stage)).map(({ at }) => at)).toEqual([night, plusDays(night, 1)]);
  });

  it('names nobody who pressed', async () => {
    const { stage } = await asked(6);
    await stage.press('P000', answer);
    const [row] = await nights(stage);
    expect(row?.correlationId).not.toBe(stage.context.correlationId);
    expect(JSON.stringify(row)).not.toContain('P000');
  });

  it('writes answers and who answered again, apart, all of a round at once', async () => {
    const { stage, people, sealed } = await asked(6);
    for (const id of people.slice(0, 5)) await stage.press(id, answer);
    await stage.advance(night);
    expect(sealed.map(({ table, keys }) => [table, keys.length])).toEqual([
      ['answers', 5],
      ['programmes', 6],
    ]);
    const [answers, statuses] = sealed;
    expect(statuses?.keys.toSorted()).toEqual(people.map((id) => statusKey('baseline', id)));
    expect(statuses?.keys).not.toEqual(statuses?.keys.toSorted());
    expect(new Set(answers?.keys).size).toBe(5);
    expect(await nights(stage)).toEqual([]);
  });

  it('lets HR read how many answered at least, in fives and at night alone, and never takes it back', async () => {
    const { stage, people } = await asked(12);
    const read = async () => {
      const overview = await readOverview(stage.ports, 'passages', { language: 'en', now: stage.now });
      return overview.ok ? overview.value.rounds.find(({ id }) => id === 'baseline')?.atLeast : undefined;
    };
    for (const id of people.slice(0, 6)) await stage.press(id, answer);
    await stage.work();
    expect(await read()).toBeUndefined();
    await stage.advance(night);
    expect(await read()).toBe(5);
    for (const id of people.slice(6, 9)) await stage.press(id, answer);
    await stage.advance(plusDays(night, 1));
    expect(await read()).toBe(5);
    for (const id of people.slice(9)) await stage.press(id, answer);
    await stage.advance(plusDays(night, 2));
    expect(await read()).toBe(10);
  });

  it('leaves fewer than five answers as they are, until there are more', async () => {
    const { stage, people, sealed } = await asked(5);
    for (const id of people.slice(0, 4)) await stage.press(id, answer);
    await stage.advance(night);
    expect(sealed.filter(({ table }) => table === 'answers')).toEqual([]);
    await stage.press('P004', answer);
    await stage.advance(plusDays(night, 1));
    expect(sealed.find(({ table }) => table === 'answers')?.keys).toHaveLength(5);
  });

  it('writes no transaction of fewer than five, however many have answered', async () => {
    const { stage, people, sealed } = await asked(52);
    for (const id of people) await stage.press(id, answer);
    await stage.advance(night);
    expect(sealed.map(({ keys }) => keys.length)).toEqual([26, 26, 26, 26]);
  });

  it('is done once after three nights without a server', async () => {
    const { stage, people, sealed } = await asked(5);
    for (const id of people) await stage.press(id, answer);
    stage.now = plusDays(night, 2.3);
    await stage.work();
    expect(sealed.filter(({ table }) => table === 'answers')).toHaveLength(1);
    await stage.work();
    await stage.advance(plusDays(night, 5));
    expect(sealed.filter(({ table }) => table === 'answers')).toHaveLength(1);
    expect(await nights(stage)).toEqual([]);
  });

  it('done by two servers at once is done, and its row goes once', async () => {
    const { stage, people } = await asked(6);
    for (const id of people) await stage.press(id, answer);
    stage.now = night;
    await Promise.all([stage.work(), stage.work()]);
    expect(await nights(stage)).toEqual([]);
    expect((await stage.counts())['responses.baseline.answered']).toBe(6);
  });
});

it('The counters do not wait for the night', async () => {
  const { stage } = await asked(6);
  await stage.press('P000', answer);
  await stage.work();
  expect((await stage.counts())['responses.baseline.answered']).toBe(1);
});
