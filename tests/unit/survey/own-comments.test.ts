import { readMyComments } from '../../../src/dispatch/read-my-comments';
import { readToldComments } from '../../../src/insight/read-told-comments';
import { readSealedSheets } from '../../../src/survey/read-sealed-sheets';
import { askRound, playClose, playNight } from '../../helpers/ask-round';
import { anOwnQuestion } from '../../helpers/factories/own-question';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts } from '../../helpers/memory-ports';
import { openSheets } from '../../helpers/open-sheets';
import { actorOf, castOf } from '../../helpers/stage';

jest.setTimeout(60_000);

const now = '2027-01-11T09:00:00.000Z';
const programmeId = 'passages';

interface Setting {
  readonly surveyRound?: 'baseline' | 'midpoint';
  readonly thresholds?: { readonly scores: number; readonly comments: number };
}

/** So many people who are asked two questions of HR's own in words, open now. */
async function asked(count: number, { surveyRound = 'midpoint', thresholds }: Setting = {}) {
  const of = { programmeId, surveyRound };
  const questions = (['own-a', 'own-b'] as const).map((id) => anOwnQuestion('comment', { id, surveys: [surveyRound] }));
  const people = Array.from({ length: count }, (_none, n) => `P${String(n).padStart(2, '0')}`);
  const ports = memoryPorts();
  const stage = await castOf(ports, {
    now,
    planned: true,
    programme: {
      plan: {
        surveys: { questions: structuredClone(questions) as never, version: 4 },
        ...(thresholds === undefined ? {} : { thresholds }),
      },
    },
    participants: people.map((id, n) =>
      aParticipant({
        id,
        state: 'enrolled',
        profile: { name: n === 0 ? 'Inès Belkacem' : `Aa${id} Bb${id}`, role: 'mentor' },
      }),
    ),
  });
  const round = (await ports.programmes.get(programmeId, 'survey-round', surveyRound))!.value;
  await askRound(stage, surveyRound, people);
  stage.now = round.opensAt;
  await stage.work();
  const write = (id: string, texts: Readonly<Record<string, string>>, more: object = {}) =>
    stage.press(id, { verb: 'survey/answer', ...of, answers: texts, ...more });
  const remove = (id: string, question?: string) =>
    stage.press(id, { verb: 'survey/delete-comment', ...of, ...(question === undefined ? {} : { question }) });
  const show = (id: string, question?: string) =>
    stage.press(id, { verb: 'survey/comment', ...of, ...(question === undefined ? {} : { question }) });
  const close = () => playClose(stage, round.closesAt);
  const night = () => playNight(stage);
  const told = async () =>
    Object.fromEntries(
      (await readToldComments(ports, programmeId)).map(({ question, texts }) => [question?.id ?? 'comment', texts]),
    );
  const mine = async (id: string) => {
    const own = await readMyComments(ports, actorOf(id), programmeId);
    return own.ok ? own.value : undefined;
  };
  return { people, ports, round, write, remove, show, close, night, told, mine };
}

/** All of them, each with a number of their own. */
const allThree = (n: number) => ({ 'own-a': `A ${String(n)}`, 'own-b': `B ${String(n)}`, comment: `C ${String(n)}` });

async function written(count: number, setting?: Setting, textsOf: (n: number) => Record<string, string> = allThree) {
  const it = await asked(count, setting);
  for (const [n, id] of it.people.entries()) await it.write(id, textsOf(n), { asIs: 1 });
  return it;
}

const numbers = (texts: readonly string[] | undefined) => texts?.map((text) => Number(text.slice(2)));

describe('Answers in words to questions of HR’s own', () => {
  it('are told in a block for each question, under its words, beside the comments of the round', async () => {
    const it = await written(10);
    expect(await it.told()).toEqual({});
    await it.close();
    const blocks = await readToldComments(it.ports, programmeId);
    expect(blocks.map(({ question }) => question)).toEqual([
      undefined,
      ...['own-a', 'own-b'].map((id) => ({ id, words: anOwnQuestion('comment').words })),
    ]);
    for (const [index, letter] of ['C', 'A', 'B'].entries())
      expect(blocks[index]!.texts.toSorted()).toEqual(it.people.map((_, n) => `${letter} ${String(n)}`).toSorted());
  });

  it('are told in a survey that asks for nothing else in words', async () => {
    const it = await written(10, { surveyRound: 'baseline' }, (n) => ({ 'own-a': `A ${String(n)}` }));
    await it.close();
    expect(Object.keys(await it.told())).toEqual(['own-a']);
    await it.remove('P03', 'own-a');
    await it.night();
    expect(await it.told()).toEqual({});
  });

  it('are judged question by question: of one that nine answered nothing is told, whatever the others hold', async () => {
    const it = await written(11, {}, (n) => ({
      'own-a': `A ${String(n)}`,
      ...(n < 9 ? { 'own-b': `B ${String(n)}` } : {}),
    }));
    await it.close();
    expect(Object.keys(await it.told())).toEqual(['own-a']);
  });

  it('wait for the number that the programme raised', async () => {
    const of = async (count: number) => {
      const it = await written(count, { thresholds: { scores: 5, comments: 12 } });
      await it.close();
      return Object.keys(await it.told());
    };
    expect([await of(11), await of(12)]).toEqual([[], ['comment', 'own-a', 'own-b']]);
  });

  it('are masked as comments are', async () => {
    const it = await written(10, {}, (n) => ({ 'own-a': n === 1 ? 'Merci à INES' : `A ${String(n)}` }));
    await it.close();
    expect((await it.told())['own-a']).toContain('Merci à […]');
  });

  it('stand in an order of their own: the place of a text in one block says nothing of the other', async () => {
    let same = 0;
    for (let turn = 0; turn < 12; turn++) {
      const it = await written(12);
      await it.close();
      const { comment, ...own } = await it.told();
      const [c, a, b] = [numbers(comment), numbers(own['own-a']), numbers(own['own-b'])];
      expect([c, a, b].map((list) => list?.length)).toEqual([12, 12, 12]);
      same += c!.filter((n, place) => a![place] === n || b![place] === n || b![place] === a![place]).length;
    }
    // Of 144 places about 36 hold the same person twice by chance.
    expect(same).toBeLessThan(70);
  });

  it('leave the rows as long as before, and a row that holds none looks like another', async () => {
    const it = await written(12, {}, (n) => ({ 'own-a': `A ${'x'.repeat(3000)}${String(n)}`, comment: 'C' }));
    await it.close();
    const lengths = it.ports.answers
      .dump()
      .filter(({ kind }) => kind === 'comments')
      .map(({ value }) => JSON.stringify(value).length);
    expect(lengths.length).toBeGreaterThan(2);
    expect(new Set(lengths).size).toBe(1);
  });
});

describe('The author of an answer in words', () => {
  it('sees each text with its question, and deletes one: the night takes it alone', async () => {
    const it = await written(11);
    await it.close();
    const list = (await it.mine('P03'))!;
    expect(list).toMatchObject({
      fewest: 10,
      comments: [
        { text: 'C 3' },
        { text: 'A 3', question: anOwnQuestion('comment').words, action: { question: 'own-a' } },
        { text: 'B 3', action: { question: 'own-b' } },
      ],
    });
    const gone = await it.remove('P03', list.comments[1]!.action.question);
    expect(gone).toMatchObject({ changed: true, view: { state: 'answered', hasComment: true } });
    expect(gone.view).not.toHaveProperty('comment');
    expect((await it.mine('P03'))!.comments.map(({ text }) => text)).toEqual(['C 3', 'B 3']);
    await it.night();
    const told = await it.told();
    expect(told['own-a']).toHaveLength(10);
    expect(told['own-a']).not.toContain('A 3');
    expect([told['comment'], told['own-b']].map((texts) => texts?.length)).toEqual([11, 11]);
    const sheets = await readSealedSheets(it.ports, programmeId, it.round);
    expect(sheets.filter(({ sheet }) => sheet.comments?.['own-a'] === undefined)).toHaveLength(1);
    expect(sheets.filter(({ sheet }) => sheet.comments?.['own-b'] === undefined)).toHaveLength(0);
  });

  it('leaves nine of ten: that block is withdrawn and the others stay', async () => {
    const it = await written(10);
    await it.close();
    await it.remove('P03', 'own-b');
    await it.night();
    expect(Object.keys(await it.told())).toEqual(['comment', 'own-a']);
  });

  it('deletes two on one day', async () => {
    const it = await written(11);
    await it.close();
    await it.remove('P03', 'own-b');
    await it.remove('P03');
    await it.night();
    const told = await it.told();
    expect([told['comment'], told['own-a'], told['own-b']].map((texts) => texts?.length)).toEqual([10, 11, 10]);
  });

  it('goes through them one by one in the chat', async () => {
    const it = await written(1);
    expect((await it.show('P00')).view).toMatchObject({ comment: 'C 0', nextComment: 'own-a' });
    const own = await it.show('P00', 'own-a');
    expect(own.view).toMatchObject({ comment: 'A 0', commentTo: { id: 'own-a' }, nextComment: 'own-b' });
    expect((await it.show('P00', 'own-b')).view).toMatchObject({ comment: 'B 0', nextComment: 'comment' });
    expect((await it.show('P00', 'own-none')).view).not.toHaveProperty('comment');
  });
});

describe('Before an answer in words is sent', () => {
  it.each([
    ['own-a', 'Merci à Inès', ['name']],
    ['own-b', 'Il est en arrêt maladie', ['health']],
  ])('to %s that says “%s”, its author is warned at its page', async (id, text, warning) => {
    const it = await asked(3);
    const warned = await it.write('P01', { 'own-a': 'Bien', [id]: text });
    expect(warned.view).toMatchObject({ state: 'open', warning, given: { [id]: text } });
    const { questions } = warned.view as { readonly questions: readonly { readonly id: string }[] };
    expect(questions.map((question) => question.id)).toContain(id);
    expect((await openSheets(it.ports)).map(({ content }) => content.state)).toEqual(['begun']);
    expect((await it.write('P01', { 'own-a': 'Bien', [id]: text }, { asIs: 1 })).view).toMatchObject({
      state: 'answered',
    });
  });

  it('again unchanged beside another answer, nothing is asked', async () => {
    const it = await asked(3);
    await it.write('P01', { 'own-a': 'Merci à Inès' }, { asIs: 1 });
    const sent = await it.write('P01', { 'own-a': 'Merci à Inès', 'own-b': 'Bien' });
    expect(sent.view).toMatchObject({ state: 'answered' });
  });
});

describe('What a survey says of who reads it', () => {
  it.each([
    [{ surveyRound: 'midpoint' as const }, { scores: 5, comments: 10 }],
    [{ thresholds: { scores: 8, comments: 15 } }, { scores: 8, comments: 15 }],
  ])('follows the thresholds of the programme (%j)', async (setting, fewest) => {
    const it = await asked(3, setting);
    expect((await it.write('P01', { 'own-a': 'Bien' })).view).toMatchObject({ fewest });
  });
});
