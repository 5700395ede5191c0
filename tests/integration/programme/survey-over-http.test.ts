import type { ServerProcess } from '../../../bot/local/server-process';
import { walkCard } from '../../../bot/local/walk-card';
import { plusDays } from '../../../src/kernel/clock';
import { longestComment } from '../../../src/survey/rules';
import { anOwnQuestion } from '../../helpers/factories/own-question';
import { useAzurite } from '../../helpers/azurite';
import { expectDone, setUpProgramme, startStage, type LocalStage } from '../../helpers/local-stage';

const azurite = useAzurite();
const programmeId = 'passages';
const root = `/programmes/${programmeId}`;
/** Days within which a baseline is asked once its pair is formed. */
const fewDays = 5;
let stage: LocalStage;
let server: ServerProcess;

/** A server with a pair that is asked the baseline, in which three questions are HR’s own; one is for mentees alone. */
beforeAll(async () => {
  stage = await startStage(azurite.connectionString(), { mentors: 1, mentees: 1 });
  server = await stage.startServer();
  await setUpProgramme(stage, { plan: { months: 3 } });
  await saveOwnQuestions();
  await expectDone(stage.api('POST', `${root}/pledge-request`));
  await settle();
  await stage.press(stage.sponsor, 'pledge/give', { words: 'Yes' });
  await expectDone(stage.api('POST', `${root}/open`));
  await pressAll('invitation/accept');
  const draft = await expectDone(stage.api('POST', `${root}/drafts`, { seed: 1 }));
  await settle();
  await expectDone(stage.api('POST', `${root}/drafts/${String(draft.draftId)}/publish`));
  for (let day = 0; day < fewDays; day++) await pressAll('proposal/accept');
}, 240_000);
afterAll(() => stage.close());

async function saveOwnQuestions(): Promise<void> {
  const { body } = await stage.api('GET', `${root}/questions`);
  const questions = [
    anOwnQuestion('scale', { place: 'before' }),
    anOwnQuestion('comment'),
    anOwnQuestion('choice', { who: 'mentee' }),
  ];
  const sent = { questions, thresholds: body.thresholds };
  await expectDone(stage.api('PUT', `${root}/questions`, sent, { 'if-match': `"${String(body.version)}"` }));
}

const settle = () => stage.local('settle', {});
async function pressAll(verb: string): Promise<void> {
  await settle();
  for (const { directoryId } of stage.people) await stage.press(directoryId, verb);
  await stage.local('clock/advance', { to: 'day' });
}

const [mentor, mentee] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
const newestCard = (who: string) => stage.teams.conversation(who).findLast(({ author }) => author === 'bot');
const askedOn = (who: string) =>
  walkCard(newestCard(who)?.cards ?? []).flatMap(({ id }) =>
    typeof id === 'string' && id.startsWith('answer.') ? [id.slice('answer.'.length)] : [],
  );
/** What a press on the baseline sends to the bot, whatever the card offers. */
const pressBaseline = (who: string, data: object, verb = 'survey/answer') =>
  stage.teams.sendRaw(who, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    ...(newestCard(who) === undefined ? {} : { replyToId: newestCard(who)?.id }),
    value: {
      trigger: 'manual',
      action: { type: 'Action.Execute', verb, data: { v: 1, programmeId, surveyRound: 'baseline', ...data } },
    },
  });
/** The same through the tab’s API. */
async function postBaseline(who: string, answers: object, about: object = {}) {
  const response = await fetch(`${server.url}/api/v1/actions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await stage.teams.tabToken(who)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ verb: 'survey/answer', programmeId, surveyRound: 'baseline', answers, ...about }),
  });
  return { status: response.status, body: await response.json() };
}
/** The baseline on somebody’s own page. */
async function baselineOf(who: string): Promise<BaselineStep | undefined> {
  const response = await fetch(`${server.url}/api/v1${root}/me`, {
    headers: { authorization: `Bearer ${await stage.teams.tabToken(who)}` },
  });
  const { steps } = (await response.json()) as { steps: (BaselineStep & { surveyRound?: string })[] };
  return steps.find(({ surveyRound }) => surveyRound === 'baseline');
}
interface BaselineStep {
  readonly given: Readonly<Record<string, string>>;
  readonly replyBy: string;
}
const givenBy = async (who: string) => (await baselineOf(who))?.given;

test('A question of HR’s own is asked on the card, first where it was put first, of its side alone, and answered there', async () => {
  expect(stage.people.map(({ directoryId }) => directoryId)).toEqual([mentor, mentee]);
  expect(askedOn(mentor)[0]).toBe('own-scale');
  expect(JSON.stringify(newestCard(mentor))).toContain('About scale (en)');
  await stage.press(mentor, 'survey/save', { 'answer.own-scale': '4' });
  const asked = new Set<string>(['own-scale']);
  for (let page = 2; page <= 10 && !JSON.stringify(newestCard(mentor)).includes('"survey/answer"'); page++) {
    for (const id of askedOn(mentor)) asked.add(id);
    await stage.press(mentor, 'survey/save', {});
  }
  for (const id of askedOn(mentor)) asked.add(id);
  expect([asked.has('own-comment'), asked.has('own-choice')]).toEqual([true, false]);
  await stage.press(mentor, 'survey/answer', { 'answer.own-comment': 'Well prepared' });
  expect(await givenBy(mentor)).toEqual({ 'own-scale': '4', 'own-comment': 'Well prepared' });
});

const kept = { 'own-scale': '2', 'own-comment': 'As I said' };

describe.each([
  ['a comment of 100,000 characters', { 'own-comment': 'x'.repeat(100_000) }, 'too long'],
  ['a value out of range', { 'own-scale': '9' }, 'could not be read'],
  ['no number', { 'own-scale': '4; DROP TABLE answers' }, 'could not be read'],
  ['a question that is not there', { 'own-none': '1' }, 'could not be read'],
  ['a question of the other side', { 'own-choice': 'c1' }, 'could not be read'],
])('%s', (_name, answers, words) => {
  it('is refused by the bot and by the API, in words, and what was sent before stays', async () => {
    await postBaseline(mentor, kept);
    const inputs = Object.fromEntries(Object.entries(answers).map(([id, value]) => [`answer.${id}`, value]));
    const exchange = await pressBaseline(mentor, inputs);
    expect(exchange.status).toBe(200);
    expect(JSON.stringify(exchange.body)).toContain(words);
    const { status, body } = await postBaseline(mentor, answers);
    expect(body.code ?? body.view.notice).toBe(status === 413 ? 'body-too-large' : 'invalid-input');
    expect(await givenBy(mentor)).toEqual(kept);
  });
});

test('Of one character too many the bot says that, and the API names the field', async () => {
  await postBaseline(mentor, kept);
  const comment = 'x'.repeat(longestComment + 1);
  expect(JSON.stringify((await pressBaseline(mentor, { 'answer.own-comment': comment })).body)).toContain('too long');
  const { status, body } = await postBaseline(mentor, { 'own-comment': comment });
  expect([status, body.fields]).toEqual([400, [{ path: 'answers.own-comment', message: 'too_big' }]]);
  expect(await givenBy(mentor)).toEqual(kept);
});

test('Script and Markdown stay what was typed: text on the page, escaped on the card', async () => {
  const typed = '<script>alert(1)</script> **bold** [a](javascript:alert(1)) <at>Everybody</at>';
  expect((await postBaseline(mentor, { 'own-comment': typed }, { asIs: 1 })).body.view.state).toBe('answered');
  expect(await givenBy(mentor)).toEqual({ 'own-comment': typed });
  const shown = JSON.stringify((await pressBaseline(mentor, {}, 'survey/comment')).body);
  expect(shown).toContain('alert(1)');
  expect(shown).not.toContain('<script>');
  expect(shown).not.toContain('**bold**');
  expect(shown).not.toContain('<at>');
});

test('A survey that was not put to somebody takes nothing from them, and says no more than one that does not exist', async () => {
  await postBaseline(mentor, kept);
  for (const about of [{ surveyRound: 'closing' }, { surveyRound: 'nowhere' }, { pairId: 'pair-of-others' }]) {
    const { status, body } = await postBaseline(mentor, { useful: '5' }, about);
    expect([status, body]).toEqual([200, { view: { card: 'notice', notice: 'not-found' }, changed: false }]);
    expect(JSON.stringify((await pressBaseline(mentor, about)).body)).toContain('no longer exists');
  }
  expect((await postBaseline(stage.hr, { 'own-scale': '1' })).body.view.notice).toBe('not-found');
  expect(await givenBy(mentor)).toEqual(kept);
});

test('Twice is once: the later answer stands, and the other person’s is theirs', async () => {
  await postBaseline(mentor, kept);
  await postBaseline(mentee, { 'own-scale': '5' });
  await Promise.all([postBaseline(mentor, kept), pressBaseline(mentor, { 'answer.own-scale': '2' })]);
  await postBaseline(mentor, { 'own-scale': '3' });
  expect([await givenBy(mentor), await givenBy(mentee)]).toEqual([{ 'own-scale': '3' }, { 'own-scale': '5' }]);
});

test('Late it changes nothing, and says that the survey is closed', async () => {
  const { replyBy } = (await baselineOf(mentor)) ?? {};
  await stage.local('clock/advance', { to: plusDays(replyBy ?? '', 1) });
  const { body } = await postBaseline(mentor, { 'own-scale': '1' });
  expect([body.view.state, body.changed]).toEqual(['closed', false]);
  expect(JSON.stringify((await pressBaseline(mentor, { 'answer.own-scale': '1' })).body)).toContain('closed');
}, 120_000);
