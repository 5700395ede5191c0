import * as fixtures from './stage/fixtures';
import { openStage, type Stage } from './stage/open-stage';
import { asHr } from './stage/scenes';

const base = `/programmes/${fixtures.programmeId}`;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());

describe('the month on one page', () => {
  it('is in the menu, and leads from each decision to where it is taken', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: base });
    await tab.getByRole('link', { name: 'Steering' }).click();
    await tab.getByRole('heading', { name: 'This month’s steering' }).waitFor();
    const section = tab.getByRole('region', { name: '4 decisions are wanted' });
    await section.getByRole('link', { name: '2 pairs have had two months without a session' }).click();
    await tab.getByRole('heading', { name: /pairs/u }).first().waitFor();
    expect(await tab.locator('body').evaluate(() => location.search)).toContain('health=needs-a-time');
  });

  it('says where each target stands', async () => {
    asHr(stage.server.api, 'fr');
    const { tab } = await stage.open({ page: `${base}/steering`, language: 'fr' });
    const section = tab.getByRole('region', { name: 'Une cible atteinte sur 3' });
    await section.getByText('En deçà de sa cible.').waitFor();
    await tab.getByRole('region', { name: '61 h tenues sur 68 prévues à ce jour' }).waitFor();
  });

  it('is a PDF by one press, in the reader’s language', async () => {
    asHr(stage.server.api, 'fr');
    stage.server.api.respond('GET', `${base}/steering.pdf`, () => ({ text: 'pdf' }));
    const { page, tab } = await stage.open({ page: `${base}/steering`, language: 'fr' });
    const download = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Télécharger (PDF)' }).click();
    expect((await download).suggestedFilename()).toBe(`${fixtures.programmeId}-steering.pdf`);
    expect(stage.server.api.calls('GET', `${base}/steering.pdf`)[0]?.path).toContain('language=fr');
  });
});
