import type { Write } from '../../../src/kernel/row-store';
import { plusDays } from '../../../src/kernel/clock';
import { readOverview } from '../../../src/hr-page/overview';
import { statusKey, type ResponseStatus } from '../../../src/domain/survey';
import { readSealedSheets } from '../../../src/survey/read-sealed-sheets';
import { dueRows } from '../../helpers/due-rows';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { openSheets, saidIn } from '../../helpers/open-sheets';
import { castOf, put, Stage } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const night = '2027-01-12T02:00:00.000Z';

interface Sealed {
  readonly table: 'answers' | 'programmes';
  readonly keys: readonly string[];
}

/** So many people who were asked the baseline in a programme of Paris, and the transactions in which a night writes sheets and statuses. */
async function asked(
  count: number,
): Promise<{ stage: Stage; people: readonly string[]; sealed: Sealed[]; ports: MemoryPorts }> {
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
      const written = writes.filter((write) => write.op !== 'delete' && write.kind === kind && stage.now >= night);
      if (written.length > 0) sealed.push({ table, keys: written.map(({ key }) => key) });
      return store.commit(partition, writes);
    },
  });
  const stage: Stage = await castOf(
    {
      ...ports,
      answers: noting('answers', 'sheet', ports.answers),
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
  return { stage, people, sealed, ports };
}

const answer = {
  verb: 'survey/answer',
  programmeId: 'passages',
  surveyRound: 'baseline',
  answers: { confidence: '2' },
} as const;
const answerOf = (confidence: string) => ({ ...answer, answers: { confidence } });
const begin = { ...answer, verb: 'survey/save' } as const;
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
    await stage.press('P000', answerOf('5'));
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

  it('seals all sheets of a round in the order of new pseudonyms, then tells who answered, in another order', async () => {
    const { stage, people, sealed, ports } = await asked(12);
    for (const id of people.slice(0, 11)) await stage.press(id, answer);
    const waited = (await openSheets(ports)).map(({ key }) => key);
    await stage.advance(night);
    expect(sealed.map(({ table, keys }) => [table, keys.length])).toEqual([
      ['answers', 11],
      ['programmes', 11],
    ]);
    const [sheets, statuses] = sealed;
    expect(sheets?.keys).toEqual(sheets?.keys.toSorted());
    expect(sheets?.keys.filter((key) => waited.includes(key))).toEqual([]);
    expect(statuses?.keys.toSorted()).toEqual(people.slice(0, 11).map((id) => statusKey('baseline', id)));
    expect(statuses?.keys).not.toEqual(statuses?.keys.toSorted());
    expect(await saidIn(ports, 'waiting-sheet')).toEqual([]);
    expect(await nights(stage)).toEqual([]);
    expect(await stage.counts()).toMatchObject({ 'responses.baseline.answered': 11 });
  });

  it('tells the cards of those who answered to say so, and nothing of a moment of theirs', async () => {
    const { stage, people, ports } = await asked(6);
    for (const [index, id] of people.slice(0, 5).entries()) {
      stage.now = plusDays(now, index / 100);
      await stage.press(id, index === 4 ? skip : answer);
    }
    await stage.press('P005', answer);
    await stage.advance(night);
    const rows = ports.programmes.dump();
    const edits = rows.filter(({ kind }) => kind === 'card-edit').map(({ value }) => value as { notBefore: string });
    expect(edits.map(({ notBefore }) => notBefore)).toEqual(people.map(() => night));
    const statuses = rows.filter(({ kind }) => kind === 'status').map(({ value }) => value as ResponseStatus);
    expect(statuses.map(({ state }) => state)).toEqual([
      ...people.slice(0, 4).map(() => 'answered'),
      'skipped',
      'answered',
    ]);
    expect(new Set(statuses.map(({ on }) => on))).toEqual(new Set([night.slice(0, 10)]));
  });

  it('leaves what was begun, and never counts it', async () => {
    const { stage, people, ports } = await asked(8);
    for (const id of people.slice(0, 5)) await stage.press(id, answer);
    await stage.press('P005', begin);
    await stage.advance(night);
    expect((await openSheets(ports)).filter(({ kind }) => kind === 'waiting-sheet')).toMatchObject([
      { content: { state: 'begun' } },
    ]);
    expect(await saidIn(ports, 'sheet')).toHaveLength(5);
    expect((await ports.programmes.get('passages', 'status', statusKey('baseline', 'P005')))?.value.state).toBe(
      'asked',
    );
    expect((await stage.press('P005', { ...skip, verb: 'survey/edit' })).view).toMatchObject({
      given: { confidence: '2' },
    });
  });

  it('puts what was changed into the next edition where five people’s answers differ, and no sooner', async () => {
    const { stage, people, ports } = await asked(8);
    for (const id of people) await stage.press(id, answer);
    await stage.advance(night);
    const first = (await openSheets(ports)).map(({ key }) => key);
    for (const id of people.slice(0, 4)) await stage.press(id, answerOf('5'));
    await stage.advance(plusDays(night, 1));
    expect((await openSheets(ports)).filter(({ kind }) => kind === 'sheet').map(({ key }) => key)).toEqual(first);
    expect((await stage.press('P000', { ...skip, verb: 'survey/edit' })).view).toMatchObject({
      given: { confidence: '5' },
    });
    await stage.press('P004', answerOf('1'));
    await stage.advance(plusDays(night, 2));
    const sheets = await openSheets(ports);
    expect(sheets.every(({ kind }) => kind === 'sheet')).toBe(true);
    expect(sheets.filter(({ key }) => first.includes(key))).toEqual([]);
    expect(sheets.map(({ content }) => content.sheet?.values['confidence']).toSorted()).toEqual([
      1, 2, 2, 2, 5, 5, 5, 5,
    ]);
  });

  it('leaves what was changed while it wrote to the next one', async () => {
    const { stage, people, ports } = await asked(6);
    for (const id of people) await stage.press(id, answer);
    const commit = ports.answers.commit.bind(ports.answers);
    let pressed = false;
    Object.assign(stage.ports.answers, {
      commit: async (partition: string, writes: readonly Write<any>[]) => {
        const done = await commit(partition, writes as never);
        if (!pressed && writes.some(({ kind, op }) => kind === 'sheet' && op === 'insert')) {
          pressed = true;
          await stage.press('P000', answerOf('4'));
        }
        return done;
      },
    });
    await stage.advance(night);
    await stage.work();
    const sheets = await openSheets(ports);
    expect(sheets.filter(({ kind }) => kind === 'waiting-sheet')).toMatchObject([
      { content: { sheet: { values: { confidence: 4 } } } },
    ]);
    expect(sheets.filter(({ kind }) => kind === 'sheet')).toHaveLength(6);
    expect((await stage.press('P000', { ...skip, verb: 'survey/edit' })).view).toMatchObject({
      given: { confidence: '4' },
    });
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
    const { stage, people, sealed, ports } = await asked(6);
    for (const id of people.slice(0, 4)) await stage.press(id, answer);
    await stage.press('P005', skip);
    await stage.advance(night);
    expect(sealed).toEqual([]);
    expect(await openSheets(ports)).toHaveLength(5);
    await stage.press('P004', answer);
    await stage.advance(plusDays(night, 1));
    expect(sealed.map(({ keys }) => keys.length)).toEqual([6, 6]);
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
    expect(sealed).toHaveLength(2);
    await stage.work();
    await stage.advance(plusDays(night, 5));
    expect(sealed).toHaveLength(2);
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

describe('After its close a round', () => {
  async function closed(answers: number) {
    const it = await asked(6);
    for (const id of it.people.slice(0, answers)) await it.stage.press(id, answer);
    await it.stage.press('P005', begin);
    const closesAt = (await it.ports.programmes.get('passages', 'survey-round', 'baseline'))!.value.closesAt;
    it.stage.now = closesAt;
    await it.stage.work();
    const before = await openSheets(it.ports);
    it.stage.now = plusDays(closesAt, 1);
    await it.stage.work();
    return { ...it, before, edition: await it.ports.answers.get('passages|editions', 'edition', 'baseline') };
  }

  it('is sealed by the night, however few have answered, and frozen; what was begun is gone', async () => {
    const { stage, ports, before, edition } = await closed(2);
    expect(before.map(({ kind }) => kind)).toEqual(['waiting-sheet', 'waiting-sheet', 'waiting-sheet']);
    expect((await openSheets(ports)).map(({ kind }) => kind)).toEqual(['sheet', 'sheet']);
    expect(edition?.value).toMatchObject({ state: 'frozen', abandoned: [] });
    expect(await stage.counts()).toMatchObject({ 'responses.baseline.answered': 2 });
    expect((await ports.programmes.get('passages', 'survey-round', 'baseline'))?.value).not.toHaveProperty('told');
    expect(await nights(stage)).toEqual([]);
  });

  it('that nobody answered is frozen as well', async () => {
    const { ports, edition } = await closed(0);
    expect(await openSheets(ports)).toEqual([]);
    expect(edition?.value.state).toBe('frozen');
  });
});

describe('Insight', () => {
  it('reads the sealed answers of a round, each person’s joined across rounds, and nothing that waits', async () => {
    const { stage, people, ports } = await asked(6);
    const round = async (id: string) => (await ports.programmes.get('passages', 'survey-round', id))!.value;
    expect(await readSealedSheets(ports, 'passages', await round('baseline'))).toEqual([]);
    for (const id of people) await stage.press(id, id === 'P005' ? skip : answer);
    expect(await readSealedSheets(ports, 'passages', await round('baseline'))).toEqual([]);
    await stage.advance(night);
    for (const participantId of people)
      await put(ports, 'passages', 'status', statusKey('pulse-1', participantId, 'pair-1'), {
        surveyRound: 'pulse-1',
        participantId,
        pairId: 'pair-1',
        state: 'asked',
        on: '2027-01-11',
      });
    for (const id of people.slice(1))
      await stage.press(id, { ...answer, surveyRound: 'pulse-1', pairId: 'pair-1', answers: { useful: '4' } });
    await stage.advance(plusDays(night, 1));
    const baseline = await readSealedSheets(ports, 'passages', await round('baseline'));
    const pulse = await readSealedSheets(ports, 'passages', await round('pulse-1'));
    expect(baseline.map(({ sheet }) => sheet.values)).toEqual(people.slice(1).map(() => ({ confidence: 2 })));
    expect(pulse).toHaveLength(5);
    const peopleOf = (sheets: typeof baseline) => new Set(sheets.map(({ personKey }) => personKey));
    const inPulse = peopleOf(pulse);
    expect([...peopleOf(baseline)].filter((person) => inPulse.has(person))).toHaveLength(4);
    expect(new Set(pulse.map(({ pairKey }) => pairKey)).size).toBe(1);
    expect(baseline.every(({ pairKey }) => pairKey === undefined)).toBe(true);
    await ports.keys.commit('passages', [
      { op: 'delete', kind: 'key', key: 'survey', etag: (await ports.keys.get('passages', 'key', 'survey'))!.etag },
    ]);
    expect(await readSealedSheets(ports, 'passages', await round('baseline'))).toEqual([]);
  });
});

describe('A night that is cut off', () => {
  it('after any of its writes is ended by the next try: every answer once, statuses once, nothing left over', async () => {
    const play = async (writesLeft: number) => {
      const it = await asked(7);
      for (const id of it.people.slice(0, 6))
        await it.stage.press(id, id === 'P005' ? skip : answerOf(String(1 + Number(id.slice(-1)))));
      let left = writesLeft;
      const cutting = <S extends { commit: (...args: any[]) => any }>(store: S): S => ({
        ...store,
        commit: (...args: readonly unknown[]) => {
          if (it.stage.now >= night && left-- <= 0) return Promise.reject(new Error('cut off'));
          return store.commit(...args);
        },
      });
      const cut = new Stage(
        { ...it.ports, answers: cutting(it.ports.answers), programmes: cutting(it.ports.programmes) },
        'passages',
        night,
      );
      it.stage.now = night;
      const ended = await cut.work().then(
        () => true,
        () => false,
      );
      await it.stage.work();
      await it.stage.work();
      return { ...it, ended };
    };
    let writes = 0;
    for (; ; writes++) {
      const { ports, stage, ended } = await play(writes);
      const sheets = await openSheets(ports);
      expect(sheets.map(({ kind }) => kind)).toEqual(sheets.map(() => 'sheet'));
      const said = sheets.map(({ content }) => content.sheet?.values['confidence'] ?? 'skipped');
      expect(said.map(String).toSorted()).toEqual(['1', '2', '3', '4', '5', 'skipped']);
      expect(new Set(sheets.map(({ partition }) => partition)).size).toBe(1);
      expect((await stage.counts())['responses.baseline.answered']).toBe(5);
      expect((await stage.counts())['responses.baseline.skipped']).toBe(1);
      expect(await nights(stage)).toEqual([]);
      if (ended) break;
    }
    expect(writes).toBeGreaterThan(6);
  });
});
