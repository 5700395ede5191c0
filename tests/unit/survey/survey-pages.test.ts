import { statusKey } from '../../../src/domain/survey';
import { memoryPorts } from '../../helpers/memory-ports';
import { saidIn } from '../../helpers/open-sheets';
import { castOf, mentorAndMentee, put } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const of = { programmeId: 'passages', surveyRound: 'baseline' } as const;

async function asked() {
  const ports = memoryPorts();
  const stage = await castOf(ports, { now, planned: true, participants: [...mentorAndMentee()] });
  await put(ports, 'passages', 'status', statusKey('baseline', 'M1'), {
    surveyRound: 'baseline',
    participantId: 'M1',
    state: 'asked',
    on: '2027-01-11',
  });
  const values = async () =>
    (await saidIn(ports, 'waiting-sheet')).map((sheet) => (sheet as { values: unknown }).values);
  return { stage, values };
}

describe('A survey in pages', () => {
  it('keeps each page on the way to the next, and sends them together', async () => {
    const { stage, values } = await asked();
    const second = await stage.press('M1', {
      ...of,
      verb: 'survey/save',
      page: 1,
      next: 2,
      answers: { 'understand-work': '2' },
    });
    expect(second.view).toMatchObject({ state: 'open', page: 2, pages: 3, given: { 'understand-work': '2' } });
    await stage.press('M1', { ...of, verb: 'survey/save', page: 2, filled: 1, next: 3, answers: { confidence: '4' } });
    const sent = await stage.press('M1', {
      ...of,
      verb: 'survey/answer',
      page: 3,
      filled: 1,
      answers: { energy: '5' },
    });
    expect(sent.view).toMatchObject({ state: 'answered' });
    expect(await values()).toEqual([{ 'understand-work': 2, confidence: 4, energy: 5 }]);
  });

  it('goes on where it was left: at the first page without an answer', async () => {
    const { stage } = await asked();
    await stage.press('M1', { ...of, verb: 'survey/save', page: 1, next: 2, answers: { 'understand-work': '2' } });
    const resumed = await stage.press('M1', { ...of, verb: 'survey/edit' });
    expect(resumed.view).toMatchObject({ state: 'open', page: 2 });
  });

  it('may be looked through without an answer', async () => {
    const { stage } = await asked();
    const next = await stage.press('M1', { ...of, verb: 'survey/save', page: 1, next: 2, answers: {} });
    expect(next.view).toMatchObject({ state: 'open', page: 2 });
  });

  it('takes back what is emptied on a page that showed it', async () => {
    const { stage, values } = await asked();
    await stage.press('M1', {
      ...of,
      verb: 'survey/answer',
      answers: { 'understand-work': '2', 'understand-motives': '3', confidence: '4' },
    });
    const answers = { 'understand-motives': '5' };
    await stage.press('M1', { ...of, verb: 'survey/save', page: 1, filled: 1, next: 2, answers });
    expect(await values()).toEqual([{ confidence: 4, 'understand-motives': 5 }]);
  });

  it('loses nothing to an older card that does not know what was answered elsewhere', async () => {
    const { stage, values } = await asked();
    await stage.press('M1', { ...of, verb: 'survey/answer', answers: { 'understand-work': '2', confidence: '4' } });
    await stage.press('M1', { ...of, verb: 'survey/save', page: 1, next: 2, answers: {} });
    expect(await values()).toEqual([{ 'understand-work': 2, confidence: 4 }]);
  });
});
