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

describe('HR can', () => {
  it('change who has a part while the programme runs, and lose nothing when somebody else does too', async () => {
    asHr(stage.server.api, 'en');
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
});
