import { needsPollAnswerSchema } from '../../src/needs-poll/api-contract';
import { readAll } from '../../src/kernel/read-all';
import { call, people, tokenFor } from '../helpers/api-server';
import { nothing, useApiStage } from '../helpers/api-stage';
import { aContact } from '../helpers/factories/programme';
import { afterClose, aList, pollAnswer, pollTopics } from '../helpers/needs-poll';
import { castOf, type Stage } from '../helpers/stage';
import { seedMembership } from '../helpers/test-ports';

const stage = useApiStage({ seed: nothing });
const path = '/programmes/passages/needs-poll';
const now = '2027-01-11T09:00:00.000Z';
const plan = { population: 'everyone', topics: pollTopics, closesOn: '2027-01-22' };

/** A programme with so many people whom the bot reaches, on Azurite. */
async function seed(count: number, state: 'setup' | 'enrolling' = 'setup', objectives?: []): Promise<Stage> {
  const hr = aContact({
    id: 'administrator-1',
    role: 'administrator',
    name: 'Awa Diop',
    email: 'awa.diop@example.com',
  });
  const played = await castOf(stage.ports, {
    programme: { state, revision: 3, plan: objectives === undefined ? {} : { objectives } },
    participants: aList(count),
    contacts: [hr],
    now,
  });
  const entry = { id: 'passages', name: { fr: 'Passages', en: 'Passages' }, state } as const;
  await stage.ports.tenants.commit('tenant', [{ op: 'insert', kind: 'entry', key: 'passages', value: entry }]);
  await seedMembership(stage.ports, people.hr, {
    programmeId: 'passages',
    contacts: [{ id: 'administrator-1', role: 'administrator' }],
  });
  stage.api.programmeClock.at = now;
  return played;
}

const open = (body: unknown = plan, language = 'en', token = stage.hr) =>
  call(stage.api, 'POST', path, { token, body, headers: { 'accept-language': language } });
const read = async (language = 'en') =>
  needsPollAnswerSchema.parse(
    (await call(stage.api, 'GET', path, { token: stage.hr, headers: { 'accept-language': language } })).body,
  );
const take = (finding: string, version: string) =>
  call(stage.api, 'POST', `${path}/objectives`, {
    token: stage.hr,
    body: { poll: '1', finding },
    headers: { 'if-match': `"${version}"`, 'accept-language': 'en' },
  });

/** Twelve of 24 answer, and the poll closes. */
async function closed(played: Stage): Promise<void> {
  await open();
  await played.work();
  for (let index = 0; index < 12; index++)
    await played.press(
      `P${String(index)}`,
      pollAnswer({
        learn: index < 6 ? 'generative-ai' : '',
        teach: index < 3 ? 'podcasts' : '',
        takePart: index < 7 ? 'yes' : 'perhaps',
      }),
    );
  played.now = afterClose;
  stage.api.programmeClock.at = afterClose;
  await played.work();
}

describe('The needs poll of HR', () => {
  it('says beforehand whom it could be put to, and once it is open how many were asked and nothing of who answered', async () => {
    const played = await seed(24);
    expect(await read()).toMatchObject({
      version: '3',
      isBeforeEnrolment: true,
      fewestAsked: 20,
      fewestTold: 5,
      days: { first: '2027-01-14', last: '2027-02-11' },
      populations: [
        { population: 'everyone', people: 24, isAskedBefore: false },
        { population: 'mentors', people: 12, isAskedBefore: false },
        { population: 'mentees', people: 12, isAskedBefore: false },
      ],
      polls: [],
    });
    expect((await open()).status).toBe(200);
    await played.work();
    const before = await read();
    expect(before.polls).toEqual([
      {
        id: '1',
        state: 'open',
        population: 'everyone',
        topics: pollTopics,
        closesOn: '2027-01-22',
        invited: 24,
        findings: [],
      },
    ]);
    await played.press('P1', pollAnswer({ takePart: 'yes' }));
    await played.work();
    expect(await read()).toEqual(before);
  });

  it('after its close tells totals of five people at least, in the page and in the file, and keeps no ballot and no key', async () => {
    await closed(await seed(24));
    const { polls } = await read();
    expect(polls[0]).toMatchObject({
      state: 'closed',
      result: {
        takePart: [
          { of: ['yes'], people: 7 },
          { of: ['perhaps'], people: 5 },
          { of: ['no', 'silent'], people: 12 },
        ],
        topics: [{ topic: 'generative-ai', learn: 6 }],
      },
    });
    const file = await call(stage.api, 'GET', `${path}.csv?language=fr`, { token: stage.hr });
    expect(file.text.replace('\uFEFF', '').trim().split('\r\n')).toEqual([
      'Sondage clos le;Question;Réponse;Personnes;Personnes interrogées',
      '2027-01-22;Participeraient;Oui;7;24',
      '2027-01-22;Participeraient;Peut-être;5;24',
      '2027-01-22;Participeraient;Non / Sans réponse;12;24',
      '2027-01-22;Aimeraient explorer;IA générative;6;24',
    ]);
    const left = [];
    for await (const { key } of readAll(stage.ports.answers, 'passages|needs-poll|1', 'ballot')) left.push(key);
    for await (const { key } of readAll(stage.ports.keys, 'passages', 'poll-key')) left.push(key);
    expect(left).toEqual([]);
  });

  it('gives the plan its objectives, once each, and tells whoever comes second', async () => {
    await closed(await seed(24, 'setup', []));
    const { version, polls } = await read();
    expect(polls[0]?.findings).toEqual([
      { finding: 'learn:generative-ai', wording: 'More people at ease with: Generative AI', isInPlan: false },
      { finding: 'take-part', wording: 'People who said they would take part do take part', isInPlan: false },
    ]);
    const taken = await take('take-part', version);
    expect([taken.status, taken.body.version]).toEqual([200, '4']);
    expect((await take('learn:generative-ai', version)).body).toMatchObject({
      code: 'version-stale',
      currentVersion: '4',
    });
    expect((await take('learn:podcasts', '4')).status).toBe(404);
    expect((await take('learn:generative-ai', '4')).status).toBe(200);
    expect((await take('learn:generative-ai', '5')).body.version).toBe('5');
    const stored = await stage.ports.programmes.get('passages', 'programme', 'programme');
    expect(stored?.value.plan.objectives).toMatchObject([
      { kind: 'own', baseline: 0, target: 7 },
      { kind: 'digital-skills', measuredBy: { measure: 'confidence', side: 'mentee' } },
    ]);
    expect((await read()).polls[0]?.findings.map(({ isInPlan }) => isInPlan)).toEqual([true, true]);
  });

  it('is refused in the reader’s words: too few, after enrolment has opened, a second one, people who were asked before', async () => {
    await seed(19);
    const few = await open(plan, 'fr');
    expect([few.status, few.body.code, few.body.message]).toEqual([
      409,
      'poll-refused',
      expect.stringContaining('moins de 20'),
    ]);
    await stage.renew();
    await seed(24, 'enrolling');
    expect((await open()).body.message).toBe('Enrolment is open. A needs poll comes before it.');
    expect((await read()).populations).toEqual([]);
    await stage.renew();
    const played = await seed(44);
    await closed(played);
    expect((await open({ ...plan, population: 'mentees', closesOn: '2027-02-10' })).body.message).toMatch(
      /^Somebody among these people was asked/u,
    );
    expect((await read()).populations.map(({ isAskedBefore }) => isAskedBefore)).toEqual([true, true, true]);
  });

  it('takes topics of the catalogue alone, three to fifteen, and no text', async () => {
    await seed(24);
    for (const body of [
      { ...plan, topics: ['podcasts'] },
      { ...plan, topics: Array.from({ length: 16 }, () => 'podcasts') },
      { ...plan, question: 'Who is your manager?' },
      { ...plan, population: 'marketing' },
      { ...plan, closesOn: 'soon' },
    ])
      expect((await open(body)).body.code).toBe('invalid-body');
    expect((await open({ ...plan, topics: ['own:x', 'podcasts', 'privacy'] })).body.message).toMatch(/catalogue/u);
  });

  it('does not exist for anybody but an administrator', async () => {
    const played = await seed(24);
    await open();
    await played.work();
    for (const person of [people.sponsor, people.mentor, people.stranger]) {
      const token = await tokenFor(stage.issuer, person);
      expect((await open(plan, 'en', token)).status).toBe(404);
      for (const address of [path, `${path}.csv`])
        expect((await call(stage.api, 'GET', address, { token })).status).toBe(404);
    }
  });
});
