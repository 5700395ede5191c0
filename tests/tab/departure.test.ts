import type { StepOf } from '../../src/own-page/step-contract';
import * as fixtures from './stage/fixtures';
import { openStage, type Stage } from './stage/open-stage';
import { myPage } from './stage/own-page';
import { asHr, asJunior, chooseFile } from './stage/scenes';

const base = `/programmes/${fixtures.programmeId}`;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());

describe('people who leave', () => {
  it('are taken out on the people page once it was read what follows, and can come back', async () => {
    const { api } = stage.server;
    asHr(api, 'en');
    const { people } = fixtures.people('en');
    const [first] = people;
    if (first === undefined) throw new Error('nobody');
    const path = `${base}/people/${first.id}`;
    api.answer('GET', `${path}/departure`, { pairs: 1 });
    const answerState = (state: 'withdrawn' | 'imported'): void => {
      api.answer('GET', `${base}/people`, fixtures.people('en', { people: [{ ...first, state }, ...people.slice(1)] }));
    };
    api.respond('POST', `${path}/withdraw`, () => {
      answerState('withdrawn');
      return { body: { done: true } };
    });
    api.respond('POST', `${path}/return`, () => {
      answerState('imported');
      return { body: { done: true } };
    });
    const { tab } = await stage.open({ page: `${base}/people` });
    const row = tab.getByRole('row').filter({ hasText: first.name });
    await row.getByRole('button', { name: 'Take out of the programme' }).click();
    const dialog = tab.getByRole('dialog', { name: `Take ${first.name} out of the programme?` });
    await dialog.getByText('This person is in one pair, which will end', { exact: false }).waitFor();
    expect(api.calls('POST', `${path}/withdraw`)).toHaveLength(0);
    await dialog.getByRole('button', { name: 'Take out' }).click();
    await row.getByText('No longer takes part').waitFor();
    await row.getByRole('button', { name: 'Let them come back' }).click();
    await tab
      .getByRole('dialog', { name: `Let ${first.name} come back?` })
      .getByRole('button', { name: 'Let them come back' })
      .click();
    await row.getByText('Not invited yet').waitFor();
  });

  it('are not taken out where what follows cannot be read', async () => {
    const { api } = stage.server;
    asHr(api, 'en');
    const { people } = fixtures.people('en');
    const path = `${base}/people/${people[0]?.id ?? ''}`;
    api.refuse('GET', `${path}/departure`, 503, 'storage-unavailable', 'Out of reach for a moment.');
    const { tab } = await stage.open({ page: `${base}/people` });
    const row = tab.getByRole('row').filter({ hasText: people[0]?.name ?? '' });
    await row.getByRole('button', { name: 'Take out of the programme' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Out of reach for a moment.', { exact: false }).waitFor();
    expect(await dialog.getByRole('button', { name: 'Take out' }).isDisabled()).toBe(true);
  });

  it('are named before a file that lists everybody takes them out, and where they are many their number is typed', async () => {
    const { api } = stage.server;
    asHr(api, 'fr');
    const leaving = {
      count: 2,
      people: [
        { id: 'a', name: 'Émile Gagnon' },
        { id: 'b', name: 'Zoé Marchand' },
      ],
    };
    api.respond('POST', `${base}/people/check`, ({ body }) => {
      const complete = (body as { complete?: boolean }).complete === true;
      const found = {
        missing: 2,
        added: 0,
        changed: 0,
        ...(complete ? { leaving: { ...leaving, asksAgain: true } } : {}),
      };
      return { body: fixtures.peopleCheck(found) };
    });
    api.answer('POST', `${base}/people/imports/import-1/confirm`, { jobId: 'job-2' });
    api.answer('GET', `${base}/jobs/job-2`, fixtures.jobs()[1]);
    const { tab } = await stage.open({ page: `${base}/import`, language: 'fr' });
    await chooseFile(tab, 'tous.csv', 'id;nom\n1;Zoé\n');
    await tab.getByLabel('Ce fichier liste tout le monde', { exact: false }).check();
    await tab.getByText('Émile Gagnon').waitFor();
    await tab.getByRole('button', { name: 'Retirer 2 personnes' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Retirer 2 personnes du programme ?' });
    const confirm = dialog.getByRole('button', { name: 'Retirer 2 personnes' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel('Nombre de personnes qui partent').fill('2');
    await confirm.click();
    await tab.locator('.fui-MessageBar').getByText('importée', { exact: false }).waitFor();
    expect(api.calls('POST', `${base}/people/imports/import-1/confirm`)[0]?.body).toEqual({ leaving: 2 });
  });

  it('leave by themselves on their own page, after reading what it means, and find the way back there', async () => {
    const { api } = stage.server;
    const before = myPage();
    asJunior(api, before);
    api.respond('POST', '/actions', ({ body }) => {
      const left = (body as { verb: string }).verb === 'programme/leave-confirm';
      const me =
        before.me === undefined
          ? {}
          : { me: { ...before.me, state: left ? ('withdrawn' as const) : ('enrolled' as const) } };
      const back: StepOf<'return'> = {
        step: 'return',
        actions: [{ verb: 'invitation/accept', programmeId: before.programmeId }],
      };
      asJunior(api, myPage({ ...me, ...(left ? { pairs: [], steps: [back] } : {}) }));
      return { body: { view: { card: 'departure' }, changed: true } };
    });
    const { tab } = await stage.open();
    await tab.getByRole('button', { name: 'Leave the programme…' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Leave the programme?' });
    await dialog.getByText('Your pair ends: at 9:00 on the next working day', { exact: false }).waitFor();
    await dialog.getByText('HR sees that you no longer take part', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Leave the programme' }).click();
    await tab.getByRole('heading', { name: 'You no longer take part' }).waitFor();
    await tab.getByRole('button', { name: 'Leave the programme…' }).waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Take part again' }).click();
    await tab.getByRole('button', { name: 'Leave the programme…' }).waitFor();
  });
});

describe('a link by hand', () => {
  const directoryId = 'aaaaaaaa-0000-4000-8000-000000000007';
  const { people } = fixtures.people('en');
  const unlinked = people.findIndex(({ linked }) => !linked);
  const person = people[unlinked];
  const path = `${base}/people/${person?.id ?? ''}/link`;
  const answerAsked = (linkAsked?: { directoryId: string; byYou: boolean; saidYesAs?: string }): void => {
    const asked = linkAsked === undefined ? {} : { linkAsked };
    const list = people.map((one, index) => (index === unlinked ? { ...one, ...asked } : one));
    stage.server.api.answer('GET', `${base}/people`, fixtures.people('en', { people: list }));
  };

  it('is asked for, waits for somebody else, and can be taken back by who asked', async () => {
    const { api } = stage.server;
    asHr(api, 'en');
    api.respond('POST', path, () => {
      answerAsked({ directoryId, byYou: true });
      return { body: { done: true } };
    });
    api.respond('POST', `${path}/withdraw`, () => {
      answerAsked();
      return { body: { done: true } };
    });
    const { tab } = await stage.open({ page: `${base}/people` });
    await tab.getByRole('button', { name: 'Link to an account' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('once another administrator confirms it, or the account itself', { exact: false }).waitFor();
    await dialog.getByLabel('Object id of the account').fill(directoryId);
    await dialog.getByRole('button', { name: 'Ask for the link' }).click();
    const waiting = tab.getByRole('region', { name: 'One link waits for a yes' });
    await waiting.getByText(`Account ${directoryId}`).waitFor();
    await waiting.getByText('Are you the only administrator?', { exact: false }).waitFor();
    expect(await waiting.getByRole('button', { name: 'Confirm the link' }).count()).toBe(0);
    await waiting.getByRole('button', { name: 'Take back' }).click();
    await waiting.waitFor({ state: 'detached' });
  });

  it('to which the account said yes under another name waits for another administrator, who reads that name', async () => {
    asHr(stage.server.api, 'en');
    answerAsked({ directoryId, byYou: false, saidYesAs: 'Claire Fontaine (test)' });
    const { tab } = await stage.open({ page: `${base}/people` });
    const waiting = tab.getByRole('region', { name: 'One link waits for a yes' });
    await waiting.getByText('answered yes, under the name “Claire Fontaine (test)”', { exact: false }).waitFor();
    await waiting.getByText('after comparing the account with the person’s page', { exact: false }).waitFor();
    await waiting.getByRole('button', { name: 'Confirm the link' }).waitFor();
  });

  it('is confirmed by another administrator, for the account that they read', async () => {
    const { api } = stage.server;
    asHr(api, 'en');
    answerAsked({ directoryId, byYou: false });
    api.respond('POST', `${path}/confirm`, () => {
      answerAsked();
      return { body: { done: true } };
    });
    const { tab } = await stage.open({ page: `${base}/people` });
    const waiting = tab.getByRole('region', { name: 'One link waits for a yes' });
    await waiting.getByRole('button', { name: 'Do not link' }).waitFor();
    await waiting.getByRole('button', { name: 'Confirm the link' }).click();
    const dialog = tab.getByRole('dialog', { name: `Link ${person?.name ?? ''} to this account?` });
    await dialog.getByRole('button', { name: 'Confirm the link' }).click();
    await waiting.waitFor({ state: 'detached' });
    expect(api.calls('POST', `${path}/confirm`).map(({ body }) => body)).toEqual([{ directoryId }]);
  });
});
