import { ownLimits, ownSurveys } from '../../src/domain/own-questions';
import { questionsAnswerSchema } from '../../src/questions/api-contract';
import { call, people, tokenFor } from '../helpers/api-server';
import { nothing, useApiStage } from '../helpers/api-stage';
import { anOwnQuestion } from '../helpers/factories/own-question';
import { aProgramme } from '../helpers/factories/programme';
import { seedMembership, seedProgramme } from '../helpers/test-ports';

const stage = useApiStage({ seed: nothing });
const path = '/programmes/passages/questions';
const least = { scores: 5, comments: 10 };

async function seed(state: 'setup' | 'enrolling' = 'setup'): Promise<void> {
  await seedProgramme(stage.ports, 'passages', { programme: { programme: aProgramme({ state, revision: 3 }) } });
  await seedMembership(stage.ports, people.hr, {
    programmeId: 'passages',
    contacts: [{ id: 'administrator-1', role: 'administrator' }],
  });
}

const read = async () => questionsAnswerSchema.parse((await call(stage.api, 'GET', path, { token: stage.hr })).body);
const put = (body: unknown, version = '3', language = 'en') =>
  call(stage.api, 'PUT', path, {
    token: stage.hr,
    body,
    headers: { 'if-match': `"${version}"`, 'accept-language': language },
  });

describe('HR’s own questions', () => {
  it('are saved before enrolment opens, with a version that each change raises', async () => {
    await seed();
    expect(await read()).toMatchObject({ version: '3', isFrozen: false, questions: [], thresholds: least, least });
    const scale = anOwnQuestion('scale');
    const saved = await put({ questions: [scale], thresholds: least });
    expect([saved.status, saved.body]).toMatchObject([200, { version: '4', questionsVersion: 1, questions: [scale] }]);
    expect((await put({ questions: [scale], thresholds: least }, '4')).body).toMatchObject({ version: '4' });
    const turned = [anOwnQuestion('comment'), scale];
    expect((await put({ questions: turned, thresholds: least }, '4')).body).toMatchObject({ questionsVersion: 2 });
    expect((await read()).questions.map(({ id }) => id)).toEqual(['own-comment', 'own-scale']);
  });

  it('as many and as long as they may be come back from the store as they were typed', async () => {
    await seed();
    const filled = (length: number, start: string) => {
      const words = start.padEnd(length, '’');
      return { fr: words, en: words };
    };
    const questions = ownSurveys.flatMap((survey) =>
      Array.from({ length: ownLimits.inSurvey }, (_, index) =>
        anOwnQuestion('choices', {
          id: `own-${survey}-${String(index)}`,
          words: filled(ownLimits.words, 'Q'),
          choices: Array.from({ length: ownLimits.mostChoices }, (_none, at) => filled(ownLimits.choice, String(at))),
          surveys: [survey],
        }),
      ),
    );
    expect(questions).toHaveLength(ownLimits.inAll);
    expect((await put({ questions, thresholds: least })).status).toBe(200);
    expect(await read()).toMatchObject({ version: '4', questions, questionsVersion: 1 });
    expect((await put({ questions, thresholds: least }, '4')).body).toMatchObject({ version: '4' });
  });

  it('F33, F34: of two administrators at once the second is told, and nothing is lost', async () => {
    await seed();
    expect((await put({ questions: [anOwnQuestion('scale')], thresholds: least })).status).toBe(200);
    const second = await put({ questions: [anOwnQuestion('choice')], thresholds: least });
    expect([second.status, second.body.code, second.body.currentVersion]).toEqual([412, 'version-stale', '4']);
    const without = await call(stage.api, 'PUT', path, { token: stage.hr, body: { questions: [], thresholds: least } });
    expect([without.status, without.body.code]).toEqual([428, 'version-missing']);
    expect((await read()).questions).toMatchObject([{ id: 'own-scale' }]);
  });

  it('are refused with every field that does not fit, in the reader’s language, and what was there stays', async () => {
    await seed();
    const questions = [
      { ...anOwnQuestion('scale'), words: { fr: ' ', en: 'x'.repeat(100_000) } },
      { ...anOwnQuestion('choice'), choices: [] },
    ];
    const english = await put({ questions, thresholds: { scores: 2, comments: 10 } });
    expect([english.status, english.body.code, english.body.fields]).toEqual([
      400,
      'invalid-body',
      [
        { path: 'questions.0.words.fr', message: 'The words are missing here.' },
        { path: 'questions.0.words.en', message: 'This is too long: 300 characters at most.' },
        { path: 'questions.1.choices', message: 'There have to be at least 2 choices.' },
        { path: 'thresholds.scores', message: 'A whole number from 5 up is expected.' },
      ],
    ]);
    const french = await put({ questions, thresholds: least }, '3', 'fr');
    expect(french.body.fields?.[0]).toEqual({ path: 'questions.0.words.fr', message: 'Il manque un texte ici.' });
    expect((await read()).version).toBe('3');
  });

  it('do not change once enrolment is open; thresholds rise and never fall', async () => {
    await seed('enrolling');
    const changed = await put({ questions: [anOwnQuestion('scale')], thresholds: least });
    expect([changed.status, changed.body.code]).toEqual([409, 'plan-frozen']);
    expect(changed.body.message).toContain('no longer change');
    expect((await put({ questions: [], thresholds: { scores: 8, comments: 10 } })).body).toMatchObject({
      version: '4',
      thresholds: { scores: 8, comments: 10 },
      least: { scores: 8, comments: 10 },
    });
    const lower = await put({ questions: [], thresholds: { scores: 7, comments: 10 } }, '4');
    expect([lower.status, lower.body.fields]).toEqual([
      400,
      [{ path: 'thresholds.scores', message: 'A whole number from 8 up is expected.' }],
    ]);
    const byFile = await call(stage.api, 'GET', '/programmes/passages/plan', { token: stage.hr });
    const { thresholds: _thresholds, ...plan } = byFile.body.plan as Record<string, unknown>;
    const whole = await call(stage.api, 'PUT', '/programmes/passages/plan', {
      token: stage.hr,
      body: plan,
      headers: { 'if-match': '"4"', 'accept-language': 'en' },
    });
    expect([whole.status, whole.body.fields]).toMatchObject([409, [{ path: 'thresholds' }]]);
  });

  it('say what a works council would refuse, and let it stand', async () => {
    await seed();
    const words = { fr: 'Quel est votre âge ?', en: 'How old are you?' };
    const saved = await put({ questions: [anOwnQuestion('scale', { words })], thresholds: least });
    expect(saved.body).toMatchObject({ warnings: [{ id: 'own-scale', subject: 'age' }], questions: [{ words }] });
  });

  it('F29: are nobody’s but the administrators’', async () => {
    await seed();
    const stranger = await tokenFor(stage.issuer, people.mentor);
    for (const method of ['GET', 'PUT'] as const) {
      const answer = await call(stage.api, method, path, {
        token: stranger,
        ...(method === 'PUT' ? { body: { questions: [], thresholds: least }, headers: { 'if-match': '"3"' } } : {}),
      });
      expect([method, answer.status]).toEqual([method, 404]);
    }
  });
});
