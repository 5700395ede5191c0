import { readToldComments } from '../../../src/insight/read-told-comments';
import { plusDays } from '../../../src/kernel/clock';
import { readMyComments } from '../../../src/dispatch/read-my-comments';
import { readSealedSheets } from '../../../src/survey/read-sealed-sheets';
import { dueRows } from '../../helpers/due-rows';
import { askRound, playClose, playNight } from '../../helpers/ask-round';
import { aPair } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts } from '../../helpers/memory-ports';
import { openSheets, saidIn } from '../../helpers/open-sheets';
import { actorOf, castOf, put } from '../../helpers/stage';

jest.setTimeout(60_000);

const now = '2027-01-11T09:00:00.000Z';
const programmeId = 'passages';
const surveyRound = 'midpoint';
const of = { programmeId, surveyRound };
const names = ['Inès Belkacem', 'Marc Lefèvre', 'Rose Petit'];

/** So many people who were asked the questions at the halfway point, open now. */
async function asked(count: number) {
  const people = Array.from({ length: count }, (_none, n) => `P${String(n).padStart(2, '0')}`);
  const ports = memoryPorts();
  const participants = people.map((id, n) =>
    aParticipant({ id, state: 'enrolled', profile: { name: names[n] ?? `Aa${id} Bb${id}`, role: 'mentor' } }),
  );
  const stage = await castOf(ports, { now, planned: true, participants });
  const round = (await ports.programmes.get(programmeId, 'survey-round', surveyRound))!.value;
  await askRound(stage, surveyRound, people);
  stage.now = round.opensAt;
  await stage.work();
  const write = (id: string, comment: string, more: object = {}) =>
    stage.press(id, { verb: 'survey/answer', ...of, answers: { useful: '4', comment }, ...more });
  const remove = (id: string) => stage.press(id, { verb: 'survey/delete-comment', ...of });
  const close = () => playClose(stage, round.closesAt);
  const night = () => playNight(stage);
  const told = async () => (await readToldComments(ports, programmeId)).flatMap(({ texts }) => texts);
  const mine = async (id: string) => {
    const own = await readMyComments(ports, actorOf(id), programmeId);
    return own.ok ? own.value.comments.map(({ text }) => text) : undefined;
  };
  return { people, ports, stage, round, write, remove, close, night, told, mine };
}

type Asked = Awaited<ReturnType<typeof asked>>;

async function written(count: number, textOf = (n: number): string => `Words number ${String(n)}`): Promise<Asked> {
  const it = await asked(Math.max(count, 3));
  for (const [n, id] of it.people.slice(0, count).entries()) await it.write(id, textOf(n), { asIs: 1 });
  return it;
}

describe('Comments of a round', () => {
  it('are read by HR from ten people up once its figures are told, and before that by nobody', async () => {
    const it = await written(10);
    expect(await it.told()).toEqual([]);
    await it.night();
    expect(await it.told()).toEqual([]);
    await it.close();
    expect((await it.told()).toSorted()).toEqual(it.people.map((_, n) => `Words number ${String(n)}`).toSorted());
  });

  it('of nine people are told by nothing: no text, no round, and rows of the same look', async () => {
    const [nine, ten] = [await written(9), await written(10)];
    await nine.close();
    await ten.close();
    expect(await readToldComments(nine.ports, programmeId)).toEqual([]);
    const rows = ({ ports }: Asked) =>
      ports.answers
        .dump()
        .filter(({ kind }) => kind === 'comments')
        .map(({ key, value }) => [key, JSON.stringify(value).length]);
    expect(rows(nine)).toEqual(rows(ten));
    expect(rows(ten)).toHaveLength(1);
  });

  it('are told without the names of anybody of the programme, and as they were written to their author', async () => {
    const it = await written(10, (n) =>
      n === 0 ? 'Merci à INES et à rose petit, 06 12 34 56 78' : `Words ${String(n)}`,
    );
    await it.close();
    expect(await it.told()).toContain('Merci à […] et à […]');
    expect(await it.mine('P00')).toEqual(['Merci à INES et à rose petit, 06 12 34 56 78']);
    expect(await it.mine('P01')).toEqual(['Words 1']);
  });

  it('come in an order that is neither that of the presses nor that of the people nor that of their rows', async () => {
    const places = [0, 0, 0];
    for (let turn = 0; turn < 12; turn++) {
      const it = await written(12);
      await it.close();
      const told = await it.told();
      const sheets = (await openSheets(it.ports)).filter(({ kind }) => kind === 'sheet');
      const inRows = sheets.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ content }) => content.sheet?.comment);
      const inPresses = it.people.map((_, n) => `Words number ${String(n)}`);
      for (const [index, order] of [inRows, inPresses, inPresses.toReversed()].entries())
        places[index]! += told.filter((text, place) => order[place] === text).length;
    }
    // One of twelve stands in its place by chance: of 144 about twelve do.
    for (const count of places) expect(count).toBeLessThan(30);
  });

  it('wait where a name cannot be read, since it would not be masked; the figures of the round do not', async () => {
    const it = await written(10);
    it.ports.programmes.damage('participant', 'P09');
    await expect(it.close()).rejects.toMatchObject({ code: 'rows-unreadable' });
    expect(await it.ports.programmes.get(programmeId, 'figures', surveyRound)).toBeDefined();
    expect(await it.told()).toEqual([]);
    const left = await dueRows(it.ports, programmeId, it.stage.now);
    expect(left.map(({ value }) => value.kind)).toContain('comments');
  });

  it('lie in no table and no row as words', async () => {
    const it = await written(10);
    await it.close();
    const tables = (['programmes', 'people', 'tenants', 'answers', 'keys'] as const).map((table) =>
      it.ports[table].dump(),
    );
    expect(JSON.stringify(tables)).not.toContain('Words number');
  });

  it('are read as long as the key of the answers is there', async () => {
    const it = await written(10);
    await it.close();
    const key = (await it.ports.keys.get(programmeId, 'key', 'survey'))!;
    await it.ports.keys.commit(programmeId, [{ op: 'delete', kind: 'key', key: 'survey', etag: key.etag }]);
    expect(await it.told()).toEqual([]);
    expect(await it.mine('P00')).toEqual([]);
    expect((await it.remove('P00')).view).toMatchObject({ card: 'notice', notice: 'not-found' });
  });
});

describe('The author of a comment', () => {
  it('sees it, and deletes it after the close: the next night it is gone for HR, and the other answers stay', async () => {
    const it = await written(11);
    await it.close();
    expect((await it.stage.press('P03', { verb: 'survey/comment', ...of })).view).toMatchObject({
      comment: 'Words number 3',
    });
    const before = it.ports.answers.dump();
    const others = JSON.stringify(it.ports.programmes.dump().filter(({ kind }) => kind !== 'due'));
    expect(await it.remove('P03')).toMatchObject({ changed: true, view: { state: 'answered' } });
    const added = it.ports.answers.dump().filter(({ key }) => before.every((row) => row.key !== key));
    expect(added.map(({ kind, value }) => [kind, JSON.stringify(value).length])).toEqual([
      ['waiting-sheet', JSON.stringify(before.find(({ kind }) => kind === 'sheet')!.value).length],
    ]);
    expect(JSON.stringify(it.ports.programmes.dump().filter(({ kind }) => kind !== 'due'))).toBe(others);
    expect(await it.mine('P03')).toEqual([]);
    expect(await it.told()).toHaveLength(11);
    await it.night();
    const told = await it.told();
    expect(told).toHaveLength(10);
    expect(told).not.toContain('Words number 3');
    expect(await saidIn(it.ports, 'waiting-sheet')).toEqual([]);
    const sheets = await readSealedSheets(it.ports, programmeId, it.round);
    expect(sheets.map(({ sheet }) => sheet.values)).toEqual(it.people.map(() => ({ useful: 4 })));
    expect(sheets.filter(({ sheet }) => sheet.comment !== undefined)).toHaveLength(10);
  });

  it('is repeated without harm, and reads the same', async () => {
    const it = await written(11);
    await it.close();
    await it.remove('P03');
    expect(await it.remove('P03')).toMatchObject({ changed: false });
    await it.night();
    expect(await it.remove('P03')).toMatchObject({ changed: false });
    expect((await it.stage.press('P03', { verb: 'survey/comment', ...of })).view).not.toHaveProperty('comment');
  });

  it('leaves nine where ten had written: all are withdrawn, for good and without a cause', async () => {
    const it = await written(10);
    await it.close();
    const figures = await it.ports.programmes.get(programmeId, 'figures', surveyRound);
    await it.remove('P03');
    await it.night();
    expect(await readToldComments(it.ports, programmeId)).toEqual([]);
    expect(await it.ports.programmes.get(programmeId, 'figures', surveyRound)).toEqual(figures);
    expect(await it.mine('P04')).toEqual(['Words number 4']);
    const counts = await it.stage.counts();
    expect(counts[`responses.${surveyRound}.answered`]).toBe(10);
  });

  it('deletes one that is not read yet: between the close and the figures, and while the survey is open', async () => {
    const it = await written(11);
    await it.remove('P01');
    expect(await it.mine('P01')).toEqual([]);
    it.stage.now = plusDays(it.round.closesAt, 0.001);
    await it.remove('P02');
    await it.close();
    expect(await it.told()).toEqual([]);
    expect(await it.mine('P03')).toEqual(['Words number 3']);
  });

  it('writes every row of comments again, as long as before, and every sheet under another pseudonym', async () => {
    const it = await written(40, (n) => `${String(n)} ${'x'.repeat(3000)}`);
    await it.close();
    const rows = () => it.ports.answers.dump().filter(({ kind }) => kind === 'comments');
    const sheets = () =>
      it.ports.answers
        .dump()
        .filter(({ kind }) => kind === 'sheet')
        .map(({ key }) => key);
    const [before, sheetsBefore] = [rows(), sheets()];
    expect(before.length).toBeGreaterThan(5);
    await it.remove('P07');
    await it.night();
    const after = rows();
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    for (const [index, row] of after.entries()) {
      expect(row.etag).not.toBe(before[index]!.etag);
      expect(JSON.stringify(row.value).length).toBe(JSON.stringify(before[0]!.value).length);
    }
    expect(sheets()).toHaveLength(40);
    expect(sheets().filter((key) => sheetsBefore.includes(key))).toEqual([]);
    expect(await it.told()).toHaveLength(39);
  });

  it('reaches nobody else’s: another survey, another person and another programme answer alike', async () => {
    const it = await written(11);
    await it.close();
    for (const other of [
      { ...of, surveyRound: 'closing' },
      { ...of, surveyRound: 'none' },
      { ...of, pairId: 'pair-1' },
    ])
      expect((await it.stage.press('P03', { verb: 'survey/delete-comment', ...other })).view).toMatchObject({
        notice: 'not-found',
      });
    const stranger = await it.stage.press('nobody', { verb: 'survey/delete-comment', ...of });
    expect(stranger.view).toMatchObject({ card: 'notice' });
    await it.night();
    expect(await it.told()).toHaveLength(11);
  });
});

describe('A night that takes a comment away', () => {
  it.each(['sheet', 'edition', 'waiting-sheet', 'comments'])(
    'cut off at its writes of kind %s ends the next time',
    async (kind) => {
      const it = await written(11);
      await it.close();
      await it.remove('P03');
      const commit = it.ports.answers.commit.bind(it.ports.answers);
      let cuts = 0;
      Object.assign(it.stage.ports.answers, {
        commit: (partition: string, writes: readonly { readonly kind: string }[]) => {
          if (cuts < 2 && writes.some((write) => write.kind === kind) && ++cuts > 0)
            return Promise.resolve({ ok: false });
          return commit(partition, writes as never);
        },
      });
      for (let turn = 0; turn < 5; turn++) await it.night();
      expect(cuts).toBe(2);
      expect(await it.told()).toHaveLength(10);
      expect((await it.ports.answers.get('passages|editions', 'edition', surveyRound))?.value.state).toBe('frozen');
      expect(await saidIn(it.ports, 'waiting-sheet')).toEqual([]);
    },
  );

  it('while somebody else deletes theirs, which is not lost', async () => {
    const it = await written(13);
    await it.close();
    await it.remove('P03');
    const commit = it.ports.answers.commit.bind(it.ports.answers);
    let waits = true;
    Object.assign(it.stage.ports.answers, {
      commit: async (partition: string, writes: readonly { readonly kind: string }[]) => {
        if (waits && writes.some((write) => write.kind === 'sheet')) {
          waits = false;
          await it.remove('P04');
        }
        return commit(partition, writes as never);
      },
    });
    for (let turn = 0; turn < 2; turn++) await it.night();
    expect(waits).toBe(false);
    const told = await it.told();
    expect(told).toHaveLength(11);
    expect(told).not.toContain('Words number 4');
  });

  it('while the sheets are read for figures: they are read again, whole', async () => {
    const it = await written(11);
    await it.close();
    const range = it.ports.answers.range.bind(it.ports.answers);
    let waits = true;
    Object.assign(it.stage.ports.answers, {
      range: async (partition: string, kind: string, about: never) => {
        if (waits && kind === 'sheet') {
          waits = false;
          await it.remove('P03');
          await it.night();
        }
        return range(partition, kind as never, about);
      },
    });
    expect(await readSealedSheets(it.stage.ports, programmeId, it.round)).toHaveLength(11);
    expect(waits).toBe(false);
  });

  it('and the making of the figures at the same moment leave nothing of it', async () => {
    const it = await written(11);
    const makeFigures = it.ports.makeFigures.bind(it.ports);
    let waits = true;
    Object.assign(it.stage.ports, {
      makeFigures: async (...about: Parameters<typeof makeFigures>) => {
        if (waits) {
          waits = false;
          await it.remove('P03');
        }
        return makeFigures(...about);
      },
    });
    await it.close();
    await it.night();
    expect(waits).toBe(false);
    const told = await it.told();
    expect(told).toHaveLength(10);
    expect(told).not.toContain('Words number 3');
  });
});

describe('Before a comment is sent', () => {
  it.each([
    ['Merci à Inès', ['name']],
    ['Il est en arrêt maladie', ['health']],
    ['Rose Petit is pregnant', ['name', 'health']],
  ])(
    'that says “%s” its author is warned, nothing is lost, and it is sent when they say so',
    async (comment, warning) => {
      const it = await asked(5);
      const warned = await it.write('P03', comment);
      expect(warned.view).toMatchObject({
        state: 'open',
        warning,
        given: { useful: '4', comment },
      });
      expect((await openSheets(it.ports)).map(({ content }) => content.state)).toEqual(['begun']);
      expect(await it.mine('P03')).toEqual([]);
      const sent = await it.write('P03', comment, { asIs: 1 });
      expect(sent).toMatchObject({ changed: true, view: { state: 'answered', hasComment: true } });
      expect(sent.view).not.toHaveProperty('warning');
      expect(await it.mine('P03')).toEqual([comment]);
    },
  );

  it('whoever tries names learns nothing of who takes part: colleagues and strangers are warned of alike', async () => {
    const it = await asked(5);
    for (const text of ['merci à NAME', 'NAME m’a aidée', 'with name'])
      for (const [inside, outside] of [
        ['Inès', 'Agnès'],
        ['Belkacem', 'Kowalski'],
      ] as const) {
        const views = [];
        for (const name of [inside, outside]) {
          const comment = text.replace('NAME', name).replace('name', name.toLowerCase());
          const { view } = await it.write('P04', comment);
          views.push({ ...view, given: undefined });
        }
        expect(views[0]).toEqual(views[1]);
      }
  });

  it('the name of one’s own partner is known however it is written', async () => {
    const it = await asked(5);
    const pair = aPair({ id: 'B1', mentorId: 'P00', menteeId: 'P04', startedAt: now });
    await put(it.ports, programmeId, 'pair', 'B1', pair);
    await put(it.ports, programmeId, 'person-pairs', 'P04', {
      participantId: 'P04',
      pairIds: [],
      formerPairIds: ['B1'],
    });
    expect((await it.write('P04', 'merci à ines')).view).toMatchObject({ warning: ['name'] });
    expect((await it.write('P03', 'merci à ines')).view).not.toHaveProperty('warning');
  });

  it('a change that names nobody is sent without another question', async () => {
    const it = await asked(5);
    await it.write('P03', 'Merci à Inès');
    const sent = await it.write('P03', 'Merci');
    expect(sent.view).toMatchObject({ state: 'answered' });
    expect(await it.mine('P03')).toEqual(['Merci']);
  });

  it('of one who has answered, a warning writes nothing: what was sent stays sent', async () => {
    const it = await asked(5);
    await it.write('P03', 'Merci');
    const before = it.ports.answers.dump();
    const warned = await it.write('P03', 'Merci à Inès');
    expect(warned).toMatchObject({
      changed: false,
      view: { state: 'open', warning: ['name'], given: { comment: 'Merci à Inès' } },
    });
    expect(it.ports.answers.dump()).toEqual(before);
    const saved = await it.stage.press('P03', {
      verb: 'survey/save',
      ...of,
      page: 1,
      filled: 1,
      answers: { comment: 'Merci à Marc' },
    });
    expect(saved).toMatchObject({ changed: false, view: { warning: ['name'] } });
    expect(await it.mine('P03')).toEqual(['Merci']);
  });

  it('a comment that was sent with a name is not asked about again with other answers', async () => {
    const it = await asked(5);
    await it.write('P03', 'Merci à Inès', { asIs: 1 });
    const sent = await it.stage.press('P03', {
      verb: 'survey/answer',
      ...of,
      answers: { useful: '1', comment: 'Merci à Inès' },
    });
    expect(sent).toMatchObject({ changed: true, view: { state: 'answered' } });
  });
});
