import type { FrameLocator } from 'playwright-core';
import * as fixtures from './stage/fixtures';
import { openStage, type Stage } from './stage/open-stage';
import { myPlan } from './stage/pair-plan';
import { asJunior } from './stage/scenes';
import { until } from './stage/until';

const page = `/me/${fixtures.programmeId}`;
const address = `/programmes/${fixtures.programmeId}/me/pairs/pair-1/plan`;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());

const sent = (): unknown => stage.server.api.calls('POST', '/actions').at(-1)?.body;
const ref = { programmeId: fixtures.programmeId, pairId: 'pair-1', revision: 4 };
const sessions = (tab: FrameLocator) => tab.locator('details');

describe('The plan of a pair, on the page of one of the two', () => {
  it('shows every session by its aim, the next one open with all it needs and the others folded', async () => {
    asJunior(stage.server.api);
    const { tab } = await stage.open({ page });
    await tab.getByRole('heading', { name: 'Our plan' }).waitFor();
    expect(await sessions(tab).evaluateAll((all) => all.map((one) => (one as HTMLDetailsElement).open))).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
    ]);
    const next = sessions(tab).nth(2);
    await next.getByText('Session 3: Prepare the trade fair').waitFor();
    await next.getByText('The plan suggested: See the subject where it happens', { exact: false }).waitFor();
    await next.getByText('Zoé asks a question of their own', { exact: false }).waitFor();
    await next.getByText('Where around us is AI used without anybody saying so?').waitFor();
    await next.getByText('Ask a team or the host of a meeting', { exact: false }).waitFor();
    expect(await sessions(tab).first().getByRole('button').count()).toBe(0);
    await sessions(tab).nth(5).locator('summary').click();
    await sessions(tab).nth(5).getByText('Celebrate: say to each other', { exact: false }).waitFor();
  });

  it('lets a session change places with the one after, and reads the plan anew', async () => {
    asJunior(stage.server.api);
    stage.server.api.respond('POST', '/actions', () => {
      stage.server.api.answer('GET', address, { ...myPlan(), current: 4 });
      return { body: { view: { card: 'pair' }, changed: true } };
    });
    const { tab } = await stage.open({ page });
    await tab.getByRole('button', { name: 'Swap with session 4' }).click();
    await tab.getByRole('status').filter({ hasText: 'The plan has been changed.' }).waitFor({ state: 'attached' });
    expect(sent()).toEqual({ verb: 'plan/swap', ...ref, number: 3, with: 4 });
    await sessions(tab).nth(3).getByText('Agenda').waitFor();
  });

  it('takes an aim in the pair’s own words, no longer than its limit, and gives the suggested one back', async () => {
    asJunior(stage.server.api);
    stage.server.api.answer('POST', '/actions', { view: { card: 'pair' }, changed: true });
    const { tab } = await stage.open({ page });
    await tab.getByRole('button', { name: 'Put the aim in our own words' }).click();
    const field = tab.getByLabel('What is session 3 for, in your own words?');
    expect(await field.getAttribute('maxlength')).toBe('200');
    // As it stands it is no change.
    expect(await tab.getByRole('button', { name: 'Save' }).first().isDisabled()).toBe(true);
    await field.fill('');
    expect(await tab.getByRole('button', { name: 'Save' }).first().isDisabled()).toBe(true);
    await field.fill('Try **it** <b>out</b>');
    await tab.getByRole('button', { name: 'Save' }).first().click();
    await tab.getByRole('status').filter({ hasText: 'The plan has been changed.' }).waitFor({ state: 'attached' });
    expect(sent()).toEqual({ verb: 'plan/aim', ...ref, number: 3, words: 'Try **it** <b>out</b>' });
    await tab.getByRole('button', { name: 'Back to the suggested aim' }).click();
    await until(() => stage.server.api.calls('POST', '/actions').length === 2);
    expect(sent()).toEqual({ verb: 'plan/aim', ...ref, number: 3, words: '' });
  });

  it('says that the other has changed it meanwhile, and keeps what was typed', async () => {
    asJunior(stage.server.api);
    stage.server.api.answer('POST', '/actions', { view: { card: 'notice', notice: 'out-of-date' }, changed: false });
    const { tab } = await stage.open({ page });
    await tab.getByRole('button', { name: 'Put the aim in our own words' }).click();
    const field = tab.getByLabel('What is session 3 for, in your own words?');
    await field.fill('Ours');
    await tab.getByRole('button', { name: 'Save' }).first().click();
    await tab.getByRole('alert').waitFor();
    expect(await field.inputValue()).toBe('Ours');
  });

  it('of a shared project says what it is made of, and after each session what is there, in French too', async () => {
    asJunior(stage.server.api);
    stage.server.api.answer('GET', address, myPlan('fr', 'shared-project'));
    const { tab } = await stage.open({ page, language: 'fr' });
    await tab.getByRole('heading', { name: 'Notre plan' }).waitFor();
    await tab.getByText('Livrable', { exact: true }).waitFor();
    await tab.getByText('Une première version existe', { exact: false }).waitFor();
  });
});
