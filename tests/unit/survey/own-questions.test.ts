import { ownKinds, type OwnQuestion } from '../../../src/domain/own-questions';
import { statusKey } from '../../../src/domain/survey';
import { longestComment } from '../../../src/survey/rules';
import { anOwnQuestion } from '../../helpers/factories/own-question';
import { memoryPorts } from '../../helpers/memory-ports';
import { saidIn } from '../../helpers/open-sheets';
import { castOf, mentorAndMentee, put } from '../../helpers/stage';

const of = { programmeId: 'passages', surveyRound: 'baseline' } as const;

/** A mentor and a mentee who are asked the baseline of a programme with these questions. */
async function asked(questions: readonly OwnQuestion[]) {
  const ports = memoryPorts();
  const surveys = { questions: questions.map((question) => structuredClone(question)) as never, version: 4 };
  const stage = await castOf(ports, {
    planned: true,
    programme: { plan: { surveys } },
    participants: mentorAndMentee(),
  });
  for (const participantId of ['M1', 'S1'])
    await put(ports, 'passages', 'status', statusKey('baseline', participantId), {
      surveyRound: 'baseline',
      participantId,
      state: 'asked',
      on: '2027-01-11',
    });
  return { ports, stage };
}

const ofEachKind = ownKinds.map((kind) => anOwnQuestion(kind));
const answers = {
  'own-scale': '4',
  'own-choice': 'c2',
  'own-choices': 'c1,c3',
  'own-zero-to-ten': '9',
  'own-comment': 'Bien',
};

describe('Questions of HR’s own in a survey', () => {
  it('are planned into the rounds they stand in, with their version', async () => {
    const { ports } = await asked(ofEachKind);
    const own = async (id: string) => (await ports.programmes.get('passages', 'survey-round', id))?.value.own;
    expect(await own('baseline')).toEqual({ version: 4, questions: ofEachKind });
    expect([await own('midpoint'), await own('pulse-1')]).toEqual([undefined, undefined]);
  });

  it('are answered, kept under their version and shown again to whoever answered', async () => {
    const { ports, stage } = await asked(ofEachKind);
    const sent = await stage.press('M1', { ...of, verb: 'survey/answer', answers });
    expect(sent.view).toMatchObject({ card: 'survey', state: 'answered' });
    expect(await saidIn(ports, 'waiting-sheet')).toEqual([
      {
        instrument: 'baseline',
        version: 4,
        side: 'mentor',
        values: { 'own-scale': 4, 'own-choice': 'c2', 'own-choices': 'c1,c3', 'own-zero-to-ten': 9 },
        comments: { 'own-comment': 'Bien' },
      },
    ]);
    const edited = await stage.press('M1', { ...of, verb: 'survey/edit' });
    expect(edited.view).toMatchObject({ given: answers });
  });

  it('go page by page, each page kept on the way', async () => {
    const { ports, stage } = await asked([anOwnQuestion('scale', { place: 'before' }), anOwnQuestion('comment')]);
    const first = await stage.press('M1', { ...of, verb: 'survey/edit' });
    expect(first.view).toMatchObject({ page: 1, pages: 5, questions: [{ id: 'own-scale' }] });
    await stage.press('M1', { ...of, verb: 'survey/save', page: 1, filled: 1, next: 2, answers: { 'own-scale': '2' } });
    await stage.press('M1', { ...of, verb: 'survey/answer', page: 5, filled: 1, answers: { 'own-comment': 'Oui' } });
    expect(await saidIn(ports, 'waiting-sheet')).toMatchObject([
      { values: { 'own-scale': 2 }, comments: { 'own-comment': 'Oui' } },
    ]);
  });

  it('are put to the side they are for, and refused from the other', async () => {
    const { stage } = await asked([anOwnQuestion('scale', { who: 'mentee' })]);
    const said = { ...of, verb: 'survey/answer', answers: { 'own-scale': '3' } } as const;
    expect((await stage.press('M1', said)).view).toMatchObject({ card: 'notice', notice: 'invalid-input' });
    expect((await stage.press('S1', said)).view).toMatchObject({ state: 'answered' });
  });

  it.each([
    ['out of range', { 'own-scale': '9' }],
    ['of a question that is not there', { 'own-none': '1' }],
    ['of 4,001 characters', { 'own-comment': 'x'.repeat(longestComment + 1) }],
  ])('refuse an answer %s, and keep the one before', async (_what, wrong) => {
    const { ports, stage } = await asked(ofEachKind);
    await stage.press('M1', { ...of, verb: 'survey/answer', answers: { 'own-scale': '5' } });
    await stage.press('M1', { ...of, verb: 'survey/answer', answers: wrong });
    expect(await saidIn(ports, 'waiting-sheet')).toMatchObject([{ values: { 'own-scale': 5 } }]);
  });

  it('leave every sheet of a round as long as the others, whoever wrote how much', async () => {
    const { ports, stage } = await asked([
      anOwnQuestion('comment', { id: 'own-a', who: 'mentor' }),
      anOwnQuestion('comment', { id: 'own-b' }),
    ]);
    const most = '’'.repeat(longestComment);
    await stage.press('M1', { ...of, verb: 'survey/answer', answers: { 'own-a': most, 'own-b': most } });
    await stage.press('S1', { ...of, verb: 'survey/skip' });
    const lengths = ports.answers
      .dump()
      .filter(({ kind }) => kind === 'waiting-sheet')
      .map(({ value }) => JSON.stringify(value).length);
    expect([lengths.length, new Set(lengths).size]).toEqual([2, 1]);
  });
});
