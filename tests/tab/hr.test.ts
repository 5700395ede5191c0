import { boardSchema } from '../../src/board/api-contract';
import { peopleCheckRequestSchema, type PeopleCheck } from '../../src/people-file/api-contract';
import { describeColumns } from '../../src/people-file/describe-columns';
import { mapPeople } from '../../src/people-file/map-people';
import { issueWords } from '../../src/people-file/people-issue';
import * as fixtures from './stage/fixtures';
import { openStage, type Stage } from './stage/open-stage';
import { asHr, chooseFile } from './stage/scenes';

const base = `/programmes/${fixtures.programmeId}`;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());

describe('HR’s pages', () => {
  it('open by role, and tell what moves in the title', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open();
    await tab.getByRole('heading', { level: 1, name: 'Crossed views 2027' }).waitFor();
    await tab.getByRole('heading', { level: 2, name: '22 pairs are on the way, 37 sessions were held' }).waitFor();
    await tab.getByRole('heading', { name: '79% of the people invited said yes' }).waitFor();
  });

  it('give no number under five people, and say why', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open();
    await tab.getByText('Hidden: fewer than five people').waitFor();
    await tab.getByText('so that nobody can be recognised', { exact: false }).waitFor();
  });

  it('ask for the board again only with the version it has, every ten seconds', async () => {
    asHr(stage.server.api, 'en');
    const { page, tab } = await stage.open({ page: `${base}/pairs` }, { clock: 'moving' });
    await tab.getByRole('table', { name: 'Pairs' }).waitFor();
    await page.clock.runFor(10_500);
    await until(() => stage.server.api.calls('GET', `${base}/board`).length >= 2);
    expect(stage.server.api.calls('GET', `${base}/board`).map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      '"31"',
    ]);
    stage.server.api.answer('GET', `${base}/board`, boardSchema.parse(fixtures.board(3)));
    await page.clock.runFor(10_500);
    await tab.getByRole('heading', { name: '3 pairs shown' }).waitFor();
  });

  it('keep the last good data when a refresh fails, and say so', async () => {
    asHr(stage.server.api, 'en');
    const { page, tab } = await stage.open({ page: `${base}/pairs` }, { clock: 'moving' });
    await tab.getByRole('table', { name: 'Pairs' }).waitFor();
    stage.server.api.refuse(
      'GET',
      `${base}/board`,
      503,
      'storage-unavailable',
      'The data cannot be reached right now.',
    );
    await page.clock.runFor(10_500);
    await tab.getByText('This data is no longer being refreshed.').waitFor();
    expect(await tab.getByRole('table', { name: 'Pairs' }).getByRole('row').count()).toBe(23);
  });

  it('filter and sort the pairs, and keep the choice in the address', async () => {
    asHr(stage.server.api, 'en');
    const { page, tab } = await stage.open({ page: `${base}/pairs?health=needs-a-time` });
    await tab.getByRole('heading', { name: '4 pairs shown' }).waitFor();
    await tab.getByLabel('Search for a name').fill('inès');
    await tab.getByRole('heading', { name: '2 pairs shown' }).waitFor();
    await tab.getByRole('button', { name: 'Mentee' }).click();
    const address = page.frames()[1]?.url() ?? '';
    expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
      q: 'inès',
      health: 'needs-a-time',
      sort: 'mentee',
    });
    expect(await tab.getByRole('columnheader', { name: 'Mentee' }).getAttribute('aria-sort')).toBe('ascending');
    await tab.getByLabel('Search for a name').fill('nobody at all');
    await tab.getByRole('button', { name: 'Clear the filters' }).click();
    await tab.getByRole('heading', { name: '22 pairs shown' }).waitFor();
  });

  it('tell the months of a pair in words', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: `${base}/pairs?q=Lukas` });
    await tab
      .getByRole('img', { name: 'Month 1: held. Month 2: not held. Month 3: times proposed. Month 4: to come.' })
      .first()
      .waitFor();
  });

  it('export the pairs as a file in the reader’s language', async () => {
    asHr(stage.server.api, 'fr');
    stage.server.api.respond('GET', `${base}/board.csv`, () => ({ text: 'mentor;mentoré\n' }));
    const { page, tab } = await stage.open({ page: `${base}/pairs`, language: 'fr' });
    const download = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Exporter (CSV)' }).click();
    expect((await download).suggestedFilename()).toBe('regards.csv');
    expect(stage.server.api.calls('GET', `${base}/board.csv`)[0]?.path).toContain('language=fr');
  });

  it('say what is missing before enrolment, who can give it, and ask the sponsor', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.answer('GET', base, fixtures.overviewInSetup('en'));
    stage.server.api.answer('POST', `${base}/pledge-request`, { done: true });
    const { tab } = await stage.open();
    await tab.getByRole('heading', { level: 2, name: '3 things are missing before enrolment can open' }).waitFor();
    expect(await tab.getByRole('button', { name: 'Open enrolment' }).isDisabled()).toBe(true);
    await tab.getByRole('button', { name: 'Ask for the pledge' }).click();
    await tab.getByRole('status').filter({ hasText: 'waiting in the sponsor’s chat' }).waitFor({ state: 'attached' });
    expect(stage.server.api.calls('POST', `${base}/pledge-request`)).toHaveLength(1);
  });

  it('open enrolment only after saying what it does', async () => {
    asHr(stage.server.api, 'en');
    const { readiness } = fixtures.overviewInSetup('en');
    stage.server.api.answer(
      'GET',
      base,
      fixtures.overviewInSetup('en', { readiness: { ready: true, items: readiness.items.filter(({ done }) => done) } }),
    );
    stage.server.api.answer('POST', `${base}/open`, { jobId: 'job-9' });
    const { tab } = await stage.open();
    await tab.getByRole('button', { name: 'Open enrolment' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Open enrolment?' });
    await dialog.getByText('62 people receive an invitation', { exact: false }).waitFor();
    expect(stage.server.api.calls('POST', `${base}/open`)).toHaveLength(0);
    await dialog.getByRole('button', { name: 'Open and invite' }).click();
    await until(() => stage.server.api.calls('POST', `${base}/open`).length === 1);
  });

  it('import a file: refused rows with line, column and reason, then a confirmation, then the end', async () => {
    asHr(stage.server.api, 'fr');
    stage.server.api.answer('POST', `${base}/people/imports/import-1/confirm`, { jobId: 'job-2' });
    stage.server.api.answer('GET', `${base}/jobs/job-2`, fixtures.jobs()[1]);
    const { tab } = await stage.open({ page: `${base}/import`, language: 'fr' });
    await tab
      .locator('input[type=file]')
      .setInputFiles({ name: 'équipe.csv', mimeType: 'text/csv', buffer: Buffer.from('id;nom\n1;Zoé\n') });
    const row = tab.getByRole('row').filter({ hasText: 'timeZone' });
    await row.getByText('« Paris » n’est pas un fuseau IANA', { exact: false }).waitFor();
    expect(await row.getByRole('rowheader').textContent()).toContain('17');
    const [sent] = stage.server.api.calls('POST', `${base}/people/check`);
    expect(sent?.body).toEqual({
      fileName: 'équipe.csv',
      contentBase64: Buffer.from('id;nom\n1;Zoé\n').toString('base64'),
    });
    expect(stage.server.api.calls('POST', `${base}/people/imports/import-1/confirm`)).toHaveLength(0);
    await tab.getByRole('button', { name: 'Importer 62 personnes' }).click();
    await tab.locator('.fui-MessageBar').getByText('62 personnes sont importées.').waitFor();
  });

  it('import a file of odd headers: choose the columns, join the name, explain the roles, see what is left, confirm', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.respond('POST', `${base}/people/check`, ({ body }) => ({ body: readFile(body) }));
    stage.server.api.answer('POST', `${base}/people/imports/import-1/confirm`, { jobId: 'job-2' });
    stage.server.api.answer('GET', `${base}/jobs/job-2`, fixtures.jobs()[1]);
    const { page, tab } = await stage.open({ page: `${base}/import` });
    await chooseFile(tab, 'odd.csv', 'Réf,Petit nom,Patronyme,Profil\n7,Ada,Lô,1\n8,Bo,Mo,2\n9,Cy,Ny,9\n');
    await tab.getByRole('heading', { name: '3 columns that are needed are still to choose' }).waitFor();
    await tab.getByText('Nobody can be imported without: an identifier or an e-mail address, the name').waitFor();
    expect(await tab.getByRole('button', { name: /^Import / }).count()).toBe(0);

    await tab.getByLabel('Identifier (needed)').selectOption('Réf');
    await tab.getByLabel('Name (needed)').selectOption('Petit nom');
    await tab.getByLabel('Name, continued').selectOption('Patronyme');
    await tab.getByLabel('Role (needed)').selectOption('Profil');
    await page.keyboard.press('Tab');
    await tab.getByRole('button', { name: 'Read the file this way' }).press('Enter');
    await tab.getByRole('heading', { name: '3 values of the file are still to explain' }).waitFor();

    const roles = tab.getByRole('group', { name: 'Role: what the values of “Profil” mean' });
    await roles.getByLabel('“1”').selectOption('Mentor');
    await roles.getByLabel('“2”').selectOption('Mentee');
    await tab.getByText('The choices have changed: read the file again before importing.').waitFor();
    await tab.getByRole('button', { name: 'Read the file this way' }).click();
    await tab
      .getByRole('row')
      .filter({ hasText: '“9” is not a known role' })
      .getByRole('rowheader', { name: '4' })
      .waitFor();
    await tab.getByRole('heading', { name: 'One value of the file is still to explain' }).waitFor();
    expect(stage.server.api.calls('POST', `${base}/people/imports/import-1/confirm`)).toHaveLength(0);
    await tab.getByRole('button', { name: 'Import 2 people' }).click();
    await tab.locator('.fui-MessageBar').getByText('2 people are imported.').waitFor();
    expect(stage.server.api.calls('POST', `${base}/people/check`).at(-1)?.body).toMatchObject({
      map: {
        id: 'Réf',
        name: { columns: ['Petit nom', 'Patronyme'] },
        role: { column: 'Profil', values: { '1': 'mentor', '2': 'mentee' } },
      },
      leaveOut: expect.arrayContaining(['email', 'level']),
    });
  });

  it('ask for no choice of columns where the usual names are there', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.respond('POST', `${base}/people/check`, ({ body }) => ({ body: readFile(body) }));
    const { tab } = await stage.open({ page: `${base}/import` });
    await chooseFile(tab, 'usual.csv', 'id,first name,last name,role\n7,Ada,Lô,mentor\n');
    await tab.getByRole('heading', { name: 'Every column that is needed was recognised' }).waitFor();
    await tab.getByText('first name + last name').waitFor();
    expect(await tab.getByLabel('Identifier').isVisible()).toBe(false);
    await tab.getByRole('button', { name: 'Import 1 person' }).waitFor();
  });

  it('tell the faults of a programme file before anything is sent', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.answer('GET', '/me', fixtures.me({ programmes: [], administratorOfAll: true }));
    const { tab } = await stage.open({ page: '/new' });
    await tab.getByRole('button', { name: 'Choose a programme file' }).waitFor();
    await tab
      .locator('input[type=file]')
      .setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from('{"id":"x y"}') });
    await tab.locator('.fui-MessageBar').getByText('plan.json was not saved').waitFor();
    await tab.getByText('lower-case letters, digits and hyphens are expected', { exact: false }).waitFor();
    expect(stage.server.api.seen.some(({ method }) => method === 'PUT')).toBe(false);
  });

  it('save a programme file with the version that was read, and tell when somebody was faster', async () => {
    asHr(stage.server.api, 'en');
    const plan = { id: fixtures.programmeId, name: { fr: 'Regards', en: 'Views' }, startsOn: '2026-12-07' };
    stage.server.api.answer('GET', `${base}/plan`, {
      version: '7',
      plan: {
        ...plan,
        template: 'blank',
        objectives: [],
        administrators: [],
        delegates: [],
        months: 6,
        format: 'informal',
        timeZone: 'Europe/Paris',
        country: 'FR',
        languages: ['fr'],
        culture: { address: 'vous', names: 'first', directness: 'direct', hierarchyDistance: 'low' },
        retention: { answersDays: 365 },
      },
    });
    stage.server.api.refuse('PUT', `${base}/plan`, 412, 'version-stale', 'Somebody changed this meanwhile.');
    const { tab } = await stage.open({ page: `${base}/plan` });
    await tab.getByRole('button', { name: 'Choose a programme file' }).waitFor();
    await tab
      .locator('input[type=file]')
      .setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(plan)) });
    await tab.getByRole('button', { name: 'Save this programme' }).click();
    await tab.getByText('Somebody changed this meanwhile.', { exact: false }).waitFor();
    expect(stage.server.api.calls('PUT', `${base}/plan`)[0]?.headers['if-match']).toBe('"7"');
  });

  it('send a message again that was given up', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.answer('POST', `${base}/messages/m4/retry`, { done: true });
    const { tab } = await stage.open({ page: `${base}/messages` });
    await tab.getByText('Five tries without an answer from Teams.').waitFor();
    await tab.getByRole('button', { name: 'Send again: Survey, Lukas Brandt' }).click();
    await until(() => stage.server.api.calls('POST', `${base}/messages/m4/retry`).length === 1);
  });

  it('can be walked by keyboard alone, the focus on the title of each page', async () => {
    asHr(stage.server.api, 'en');
    const { page, tab } = await stage.open();
    await tab.getByRole('heading', { level: 2 }).waitFor();
    await tab.getByRole('link', { name: 'Overview' }).focus();
    for (const name of ['People', 'Pairing', 'Pairs']) {
      await page.keyboard.press('Tab');
      await until(async () => (await focused()) === name);
    }
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 2, name: 'Pairs' }).waitFor();
    await until(async () => (await focused()) === 'Pairs');
    expect(await tab.locator(':focus').evaluate((element) => element.tagName)).toBe('H2');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Export (CSV)');

    function focused(): Promise<string | null> {
      return tab.locator(':focus').textContent();
    }
  });
});

/** What the product says about a file whose cells hold no commas. */
function readFile(body: unknown): PeopleCheck {
  const { contentBase64, map, leaveOut } = peopleCheckRequestSchema.parse(body);
  const [headers = [], ...rows] = Buffer.from(contentBase64, 'base64')
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const table = { headers, rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
  const { people, rejected } = mapPeople(table, map, leaveOut);
  return fixtures.peopleCheck({
    ...(people.length === 0 ? { importId: undefined } : {}),
    rows: rows.length,
    accepted: people.length,
    rejected: rejected.map((issue) => ({ row: issue.row, column: issue.column, reason: issueWords(issue) })),
    columns: describeColumns(table, map, leaveOut),
    added: people.length,
    changed: 0,
  });
}

/** Waits for something outside the page; playwright's own waiting covers the page. */
async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    if (await done()) return;
    await new Promise((resolve) => setImmediate(resolve));
    await stage
      .context()
      .pages()[0]
      ?.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  throw new Error('It did not happen.');
}
