import { changeDraftSchema, draftChangeSchema } from '../../src/draft/api-contract';
import * as fixtures from './stage/fixtures';
import { openStage, type Stage } from './stage/open-stage';
import { answerRenewals, pageAfterPair, renewalStep } from './stage/renewal';
import { asHr, asJunior } from './stage/scenes';

const base = `/programmes/${fixtures.programmeId}`;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());

it('asks on the own page what comes after a pair, and shows the answer until it is changed', async () => {
  asJunior(stage.server.api, pageAfterPair(true));
  stage.server.api.respond('POST', '/actions', () => {
    const answer = { answered: true, goOn: ['again' as const, 'swap' as const], otherwise: 'another' as const };
    asJunior(stage.server.api, pageAfterPair(true, answer));
    return { body: { view: { card: 'renewal', state: 'chosen' }, changed: true } };
  });
  const { tab } = await stage.open();
  await tab.getByRole('heading', { name: 'What now, with Kenji?' }).waitFor();
  await tab.getByText('One answer is awaited.').waitFor();
  await tab.getByLabel('Yes, in the same roles').check();
  await tab.getByLabel('Yes, with roles swapped: Kenji shares, I explore').check();
  await tab.getByLabel('Look for somebody else for me').check();
  await tab.getByRole('button', { name: 'Save my answer' }).click();
  await tab.getByText('Noted. Your answer is below.').waitFor();
  expect(stage.server.api.calls('POST', '/actions').at(-1)?.body).toEqual({
    ...renewalStep.actions[0],
    goOn: 'again,swap',
    otherwise: 'another',
  });
  expect(await tab.getByLabel('Yes, in the same roles').isChecked()).toBe(true);
  await tab.getByText('Nothing to do for now.').waitFor();
});

it('shows HR the pairs that want to go on without points, takes one out, and publishes without asking once more', async () => {
  asHr(stage.server.api, 'en');
  answerRenewals(stage.server.api);
  stage.server.api.respond('POST', `${base}/drafts/draft-1/changes`, ({ body }) => ({
    body: draftChangeSchema.parse({
      revision: changeDraftSchema.parse(body).revision + 1,
      applied: true,
      pairsBefore: 2,
      pairsAfter: 1,
      totalBefore: 0,
      totalAfter: 0,
      leftBefore: 0,
      leftAfter: 2,
      alone: [],
      aims: [],
      added: [],
      refused: [],
    }),
  }));
  stage.server.api.answer('POST', `${base}/drafts/draft-1/publish`, { jobId: 'job-2' });
  stage.server.api.answer('GET', `${base}/jobs/job-2`, fixtures.jobs()[1]);
  const { tab } = await stage.open({ page: `${base}/pairing` });
  await tab.getByRole('heading', { name: '2 pairs want to go on' }).waitFor();
  await tab.getByText('Roles swapped').waitFor();
  expect(
    await tab
      .getByRole('listitem')
      .getByText(/points/u)
      .count(),
  ).toBe(0);
  await tab.getByRole('button', { name: 'Take out' }).first().click();
  await tab.getByRole('dialog').getByText('hear nothing of it', { exact: false }).waitFor();
  await tab.getByRole('dialog').getByRole('button', { name: 'Take the pair out' }).click();
  await tab.getByRole('status').filter({ hasText: 'The pair is taken out.' }).waitFor({ state: 'attached' });
  expect(stage.server.api.calls('POST', `${base}/drafts/draft-1/changes`)[0]?.body).toMatchObject({
    apply: true,
    remove: [[expect.any(String), expect.any(String)]],
  });
  await tab.getByRole('button', { name: 'Publish these pairs' }).click();
  await tab.getByRole('dialog', { name: 'Publish 2 pairs?' }).getByText('Both have said yes already').waitFor();
  await tab.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await tab.locator('.fui-MessageBar').getByText('This draft is published.').waitFor();
});
