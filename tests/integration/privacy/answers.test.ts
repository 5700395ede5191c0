import { plusDays } from '../../../src/kernel/clock';
import { readAll } from '../../../src/kernel/read-all';
import { readToldComments } from '../../../src/insight/read-told-comments';
import { statusKey } from '../../../src/domain/survey';
import { readSealedSheets } from '../../../src/survey/read-sealed-sheets';
import { aParticipant } from '../../helpers/factories/participant';
import { castOf, put, type Stage } from '../../helpers/stage';
import { useTestPorts } from '../../helpers/test-ports';

const now = '2027-01-11T09:00:00.000Z';
const night = '2027-01-12T02:00:00.000Z';
const longest = '« Très utile »\n'.repeat(400).slice(0, 4000);
const newPorts = useTestPorts();

/** So many people whose closing survey is open, on the real store. */
async function closing(count: number): Promise<{ stage: Stage; people: readonly string[] }> {
  const people = Array.from({ length: count }, (_, index) => `P${String(index).padStart(2, '0')}`);
  const stage = await castOf(await newPorts(), {
    now,
    planned: true,
    participants: people.map((id) => aParticipant({ id })),
  });
  for (const participantId of people) {
    const status = { surveyRound: 'closing', participantId, state: 'asked', on: '2027-01-11' } as const;
    await put(stage.ports, 'passages', 'status', statusKey('closing', participantId), status);
  }
  return { stage, people };
}

const press = (stage: Stage, who: string, answers: Readonly<Record<string, string>>) =>
  stage.press(who, { verb: 'survey/answer', programmeId: 'passages', surveyRound: 'closing', answers });

test('Sheets with the longest comments of a whole round are sealed over several transactions of the real store, changed, and sealed again', async () => {
  const { stage, people } = await closing(57);
  const { ports } = stage;
  const waiting = async () => {
    let rows = 0;
    for await (const { value } of readAll(ports.answers, 'passages|waiting', 'waiting-sheet'))
      rows += value.sealed.length > 0 ? 1 : 0;
    return rows;
  };
  for (const [index, id] of people.entries())
    expect((await press(stage, id, { again: String(index % 11), comment: longest })).view).toMatchObject({
      state: 'answered',
    });
  expect(await waiting()).toBe(people.length);
  stage.now = night;
  await stage.work();
  expect(await waiting()).toBe(0);
  const round = (await ports.programmes.get('passages', 'survey-round', 'closing'))!.value;
  const first = await readSealedSheets(ports, 'passages', round);
  expect(first.map(({ sheet }) => sheet.values['again']).toSorted()).toEqual(
    people.map((_, index) => index % 11).toSorted(),
  );
  expect(first.every(({ sheet }) => sheet.comment === longest.trim())).toBe(true);
  expect(new Set(first.map(({ personKey }) => personKey)).size).toBe(people.length);
  expect((await stage.counts())['responses.closing.answered']).toBe(people.length);

  for (const id of people.slice(0, 5)) await press(stage, id, { again: '0' });
  stage.now = plusDays(night, 1);
  await stage.work();
  expect(await waiting()).toBe(0);
  const second = await readSealedSheets(ports, 'passages', round);
  expect(second).toHaveLength(people.length);
  expect(second.filter(({ sheet }) => sheet.comment === undefined)).toHaveLength(5);
  const pointer = (await ports.answers.get('passages|editions', 'edition', 'closing'))!.value;
  expect(pointer).toEqual({ state: 'settled', current: pointer.current, abandoned: [] });
}, 300_000);

test('Two servers that seal the same night on the real store leave every answer once', async () => {
  const { stage, people } = await closing(12);
  for (const [index, id] of people.entries()) await press(stage, id, { again: String(index % 11) });
  stage.now = night;
  await Promise.all([stage.work(), stage.work(), stage.work()]);
  await stage.work();
  const round = (await stage.ports.programmes.get('passages', 'survey-round', 'closing'))!.value;
  const sheets = await readSealedSheets(stage.ports, 'passages', round);
  expect(new Set(sheets.map(({ personKey }) => personKey)).size).toBe(people.length);
  expect(sheets).toHaveLength(people.length);
  expect((await stage.counts())['responses.closing.answered']).toBe(people.length);
}, 300_000);

test('Comments of a round lie in several rows of the real store, are read by HR, taken away one by one, and withdrawn when fewer than ten are left', async () => {
  const { stage, people } = await closing(12);
  const { ports } = stage;
  for (const id of people) await press(stage, id, { comment: longest });
  const { closesAt } = (await ports.programmes.get('passages', 'survey-round', 'closing'))!.value;
  const told = async () => (await readToldComments(ports, 'passages')).flatMap(({ texts }) => texts);
  for (const day of [0, 1, 2]) {
    stage.now = plusDays(closesAt, day);
    await stage.work();
  }
  expect(await told()).toEqual(people.map(() => longest.trim()));
  const parts = async () => (await ports.answers.range('passages|comments', 'comments', { limit: 100 })).rows.length;
  const before = await parts();
  expect(before).toBeGreaterThan(1);
  for (const [id, left] of [
    ['P03', 11],
    ['P04', 10],
    ['P05', 0],
  ] as const) {
    const gone = await stage.press(id, {
      verb: 'survey/delete-comment',
      programmeId: 'passages',
      surveyRound: 'closing',
    });
    expect(gone.changed).toBe(true);
    stage.now = plusDays(stage.now, 1);
    await stage.work();
    expect(await told()).toHaveLength(left);
  }
  expect(await parts()).toBe(before);
}, 120_000);
