import { openStage, type Stage } from './stage/open-stage';
import * as fixtures from './stage/fixtures';
import { asHr } from './stage/scenes';

const base = `/programmes/${fixtures.programmeId}`;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());
beforeEach(() => {
  stage.server.renew();
});

const sponsor = {
  name: 'Hélène Marchand',
  email: 'helene@armorel.example',
  language: 'fr',
  timeZone: 'Europe/Paris',
};
const plan = {
  id: fixtures.programmeId,
  name: { fr: 'Regards', en: 'Views' },
  startsOn: '2026-12-07',
  template: 'blank',
  objectives: [],
  sponsor,
  administrators: [],
  delegates: [],
  months: 6,
  format: 'informal',
  timeZone: 'Europe/Paris',
  country: 'FR',
  languages: ['fr'],
  culture: { address: 'vous', names: 'first', directness: 'direct', hierarchyDistance: 'low' },
  retention: { answersDays: 365 },
};

describe('HR can', () => {
  it('change who has a part while the programme runs, and lose nothing when somebody else does too', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.answer('GET', `${base}/plan`, { version: '7', plan });
    stage.server.api.refuse('PUT', `${base}/plan`, 412, 'version-stale', 'Somebody changed this meanwhile.');
    const { tab } = await stage.open({ page: `${base}/plan` });
    const save = tab.getByRole('button', { name: 'Save these settings' });
    await tab.getByRole('checkbox', { name: 'People may say their age band' }).check();
    const name = tab.getByRole('textbox', { name: 'Name', exact: true }).first();
    await name.fill('Luc Petit');
    const theirs = { ...plan, months: 5, sponsor: { ...sponsor, name: 'Anne Roux' } };
    stage.server.api.answer('GET', `${base}/plan`, { version: '8', plan: theirs });
    await save.click();
    await tab.getByText('Somebody else has just changed the same thing').waitFor();
    expect(await save.isDisabled()).toBe(true);
    expect(await name.inputValue()).toBe('Luc Petit');
    await tab.getByRole('button', { name: 'Keep mine' }).click();
    stage.server.api.answer('PUT', `${base}/plan`, { version: '9', plan: theirs });
    await save.click();
    await tab.getByText('The settings are saved.').waitFor({ state: 'attached' });
    const sent = stage.server.api.calls('PUT', `${base}/plan`);
    expect(sent.map(({ headers }) => headers['if-match'])).toEqual(['"7"', '"8"']);
    expect(sent[1]?.body).toEqual({
      ...theirs,
      sponsor: { ...sponsor, name: 'Luc Petit' },
      diversity: { gender: false, ageBand: true },
    });
  });

  it('take herself out of those who administer it, once she has read what that means', async () => {
    asHr(stage.server.api, 'en');
    const administrators = ['Anne Roux', 'Awa Diop'].map((name) => ({ ...sponsor, name }));
    stage.server.api.answer('GET', `${base}/plan`, { version: '7', plan: { ...plan, administrators } });
    const words = 'You would no longer administer this programme. Nothing was changed yet.';
    stage.server.api.respond('PUT', `${base}/plan`, ({ path }) =>
      path.endsWith('?leaving=yes')
        ? { body: { version: '8', plan } }
        : { status: 409, body: { code: 'leaves-yourself', message: words, correlationId: 'c-42' } },
    );
    const { tab } = await stage.open({ page: `${base}/plan` });
    await tab.getByRole('button', { name: 'Remove Awa Diop' }).click();
    await tab.getByRole('button', { name: 'Save these settings' }).click();
    await tab.getByText(words).waitFor();
    await tab.getByRole('button', { name: 'Save without me' }).click();
    await tab.getByText('The settings are saved.').waitFor({ state: 'attached' });
  });
});
