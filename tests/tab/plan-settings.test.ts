import type { ProgrammePlan } from '../../src/domain/programme-contract';
import { openStage, type Stage } from './stage/open-stage';
import * as fixtures from './stage/fixtures';
import { asHr } from './stage/scenes';
import { until } from './stage/until';

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
    const name = tab.getByRole('combobox', { name: 'Name', exact: true }).first();
    await name.fill('Luc Petit');
    const theirs = { ...plan, months: 5, sponsor: { ...sponsor, name: 'Anne Roux' } };
    stage.server.api.answer('GET', `${base}/plan`, { version: '8', plan: theirs });
    await save.click();
    await tab.getByText('Somebody else has just changed the same thing').waitFor();
    await until(() => save.isDisabled());
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

  it('pick who administers it from the people list, and reads when an address is in none', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.answer('GET', `${base}/plan`, { version: '7', plan });
    stage.server.api.answer('PUT', `${base}/plan`, { version: '8', plan });
    const listed = fixtures.people('en').people.find(({ email }) => email !== undefined);
    const { name = '', email = '' } = listed ?? {};
    const { tab } = await stage.open({ page: `${base}/plan` });
    await tab.getByRole('button', { name: 'Add a person' }).click();
    const offered = (value: string) => tab.locator(`datalist option[value="${value}"]`).first();
    await tab.getByRole('combobox', { name: 'Name', exact: true }).last().fill(name.slice(0, 4));
    await offered(name).waitFor({ state: 'attached' });
    await tab.getByRole('combobox', { name: 'Name', exact: true }).last().fill(name);
    const address = tab.getByRole('combobox', { name: 'E-mail address' }).last();
    await until(async () => (await address.inputValue()) === email);
    const doubt = tab.getByText('Nobody in the people list has this address.');
    expect(await doubt.count()).toBe(0);
    // Whoever is picked is written to in their language and their hours; of an address in no list nobody knows them.
    await tab.getByRole('button', { name: 'Save these settings' }).click();
    await tab.getByText('The settings are saved.').waitFor({ state: 'attached' });
    expect(stage.server.api.calls('PUT', `${base}/plan`)[0]?.body).toMatchObject({
      administrators: [{ name, email, language: 'en', timeZone: 'America/Montreal' }],
    });
    await tab.getByRole('button', { name: 'Add a person' }).click();
    await tab.getByRole('combobox', { name: 'Name', exact: true }).last().fill(name);
    await address.fill('typo@armorel.example');
    await doubt.waitFor();
    await tab.getByRole('button', { name: 'Save these settings' }).click();
    await tab.getByText('The settings are saved.').waitFor({ state: 'attached' });
    const saved = () => stage.server.api.calls('PUT', `${base}/plan`);
    // The words about the first time are there until the second is done.
    await until(() => saved().length === 2);
    const [, sent] = saved();
    expect(sent?.body).toMatchObject({ administrators: [{ name, email: 'typo@armorel.example' }] });
    expect((sent?.body as ProgrammePlan).administrators[0]).not.toHaveProperty('timeZone');
  });

  it('name whom an assistant assists, without knowing an identifier by heart', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.answer('GET', `${base}/plan`, { version: '7', plan });
    const mentee = fixtures.people('en').people.find(({ role, state }) => role === 'mentee' && state !== 'withdrawn');
    const { id = '', name = '' } = mentee ?? {};
    const { tab } = await stage.open();
    // The way here leads to the top of the page, not to what comes last on it.
    await tab.getByRole('link', { name: 'Change the channel', exact: false }).click();
    await tab.getByRole('heading', { name: 'The whole plan, as a file' }).waitFor();
    await until(async () => (await tab.locator(':focus').textContent()) === 'Programme settings');
    await tab.getByRole('button', { name: 'Add an assistant' }).click();
    const field = tab.getByRole('combobox', { name: 'Mentee: type their name, or their identifier' });
    await field.fill(name.slice(0, 4));
    await tab.locator(`datalist option[value="${id}"]`).waitFor({ state: 'attached' });
    await field.fill(name);
    await until(async () => (await field.inputValue()) === id);
    await tab.locator('.fui-Field__hint', { hasText: name }).waitFor();
  });

  it('take herself out of those who administer it, once she has read what that means', async () => {
    asHr(stage.server.api, 'en');
    const administrators = ['Anne Roux', 'Awa Diop'].map((name, index) => ({
      ...sponsor,
      name,
      email: `hr${String(index)}@armorel.example`,
    }));
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
