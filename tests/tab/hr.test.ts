import { boardSchema } from '../../src/board/api-contract';
import { mostExamples, peopleCheckRequestSchema, type PeopleCheck } from '../../src/people-file/api-contract';
import { describeColumns } from '../../src/people-file/describe-columns';
import { groupFindings } from '../../src/people-file/group-findings';
import { mapPeople } from '../../src/people-file/map-people';
import * as fixtures from './stage/fixtures';
import { openStage, type Stage } from './stage/open-stage';
import { asHr, chooseFile } from './stage/scenes';
import { until } from './stage/until';

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
    await tab
      .getByRole('heading', { level: 2, name: 'Month 3 of 6: 22 pairs are under way, 37 sessions were held' })
      .waitFor();
    await tab.getByRole('heading', { name: '79% of the people invited said yes' }).waitFor();
  });

  it('tell how many answered at least, and why no more', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open();
    await tab.getByText('at least 40 of 49').waitFor();
    await tab.getByText('at least 30 answers', { exact: false }).waitFor();
    await tab.getByText('under five answers so far', { exact: false }).waitFor();
    await tab.getByText('counted at night, in steps of five', { exact: false }).waitFor();
  });

  it('tell of a survey that has gone out, though too few were asked, and of surveys of one month in the order they open', async () => {
    asHr(stage.server.api, 'en');
    const round = (id: 'baseline' | 'midpoint' | 'closing', state: 'open' | 'planned', opensAt: string) => ({
      ...{ id, instrument: id, state, opensAt },
      closesAt: '2027-04-30T08:00:00.000Z',
    });
    const rounds = [
      round('baseline', 'open', '2026-12-07T08:00:00.000Z'),
      round('closing', 'planned', '2027-02-26T08:00:00.000Z'),
      round('midpoint', 'planned', '2027-02-12T08:00:00.000Z'),
    ];
    stage.server.api.answer('GET', base, fixtures.overview({ months: 3, rounds }));
    const { tab } = await stage.open();
    await tab.getByText('A survey has gone out.', { exact: false }).waitFor();
    expect(await tab.getByText('The first survey opens', { exact: false }).count()).toBe(0);
    await tab.getByText('Half-way, At the end').waitFor({ state: 'attached' });
  });

  it('of a programme that is over tell what it came to, and offer nothing that cannot be done', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.answer('GET', base, fixtures.overviewClosed());
    const { tab } = await stage.open();
    await tab.getByRole('heading', { name: 'The programme is over: 20 pairs went through all their months' }).waitFor();
    await tab.getByRole('heading', { name: 'What the programme came to' }).waitFor();
    await tab.getByRole('heading', { name: 'Sponsor', exact: false }).waitFor();
    expect(await tab.getByText('The monthly reminder', { exact: false }).count()).toBe(0);
    await tab.getByRole('link', { name: 'Pairing' }).click();
    await tab.getByText('No pair is looked for any more.', { exact: false }).waitFor();
    expect(await tab.getByRole('button', { name: 'Make a new draft' }).count()).toBe(0);
    await tab.getByRole('link', { name: 'People' }).click();
    await tab.getByRole('table', { name: 'People and reach' }).waitFor();
    expect(await tab.getByRole('button', { name: /Import|Check reach|Take out|Link/u }).count()).toBe(0);
  });

  it('after the planned end promise no pair that it is asked whether it goes on', async () => {
    asHr(stage.server.api, 'en');
    const { counts } = fixtures.overview();
    const { month: _over, ...rest } = fixtures.overview({
      phase: 'last-pairs',
      endsAt: '2027-02-01T08:00:00.000Z',
      toDo: [],
      counts: { ...counts, pairs: { active: 3, finished: 19, ended: 0 } },
    });
    stage.server.api.answer('GET', base, rest);
    const { tab } = await stage.open();
    await tab.getByRole('heading', { name: 'What comes next' }).waitFor();
    await tab.getByText(/^The planned end was .*1 February 2027\./u).waitFor();
    expect(await tab.getByText('whether they go on', { exact: false }).count()).toBe(0);
  });

  it('in the last month say what comes next, and lead to the pairs that could use a hand with what HR can do', async () => {
    asHr(stage.server.api, 'en');
    const { counts } = fixtures.overview();
    const atTheEnd = fixtures.overview({
      month: 6,
      endsAt: '2027-07-19T08:00:00.000Z',
      toDo: [
        { item: 'renewals', count: 4, until: '2027-06-14T17:00:00.000Z' },
        { item: 'needs-a-time', count: 4 },
      ],
      counts: { ...counts, pairs: { active: 12, finished: 10, ended: 0 } },
    });
    stage.server.api.answer('GET', base, atTheEnd);
    const { tab } = await stage.open();
    await tab.getByRole('heading', { name: 'What comes next' }).waitFor();
    await tab.getByText(/^Until .*19 July 2027, pairs that finish are asked\./u).waitFor();
    await tab.getByText(/^4 pairs want to go on: the draft can be published until .*14 June 2027\.$/u).waitFor();
    await tab.getByText('5 people who said yes are in no pair now, those whose pair has finished included.').waitFor();
    await tab.getByRole('link', { name: '4 pairs have had two months without a session: see what helps' }).click();
    await tab.getByRole('heading', { name: '4 pairs shown' }).waitFor();
    await tab.getByRole('heading', { name: '4 of 22 pairs under way could use a hand' }).waitFor();
    await tab.getByText(/^Write to both in the same words/u).waitFor();
    // Whoever has pressed a link is led to the title, without a frame around it.
    const title = tab.getByRole('heading', { level: 2, name: 'Pairs' });
    await until(() => title.evaluate((it) => it === document.activeElement));
    expect(await title.evaluate((it) => getComputedStyle(it).outlineStyle)).toBe('none');
  });

  it('say that nobody is imported yet where that alone is missing, and count nobody who has left', async () => {
    const { api } = stage.server;
    asHr(api, 'en');
    const setUp = fixtures.overviewInSetup('en');
    const participants = { ...setUp.counts.participants, total: 0, reachable: 0 };
    const items = setUp.readiness.items.filter(({ done }) => done);
    const counts = { ...setUp.counts, participants };
    api.answer('GET', base, { ...setUp, readiness: { ready: true, items }, counts });
    const { people } = fixtures.people('en');
    const left = people.map((person, index) =>
      index === 5
        ? { ...person, state: 'withdrawn' as const }
        : index === 6
          ? { ...person, reach: 'not-linked' }
          : person,
    );
    api.answer('GET', `${base}/people`, { people: left });
    const { tab } = await stage.open();
    const title = 'Enrolment can open, but nobody is imported yet';
    await tab.getByRole('heading', { level: 2, name: title }).waitFor();
    await tab.getByText('Nobody is imported yet. Enrolment can open without', { exact: false }).waitFor();
    await tab.getByRole('link', { name: 'Import people' }).waitFor();
    await tab.getByRole('link', { name: 'People', exact: true }).click();
    await tab.getByRole('heading', { name: 'The bot can reach 17 of 19 people' }).waitFor();
    await tab.getByRole('heading', { name: '19 people, and one who no longer takes part' }).waitFor();
    await tab.getByLabel('Reach', { exact: true }).selectOption('not-linked');
    await tab.getByRole('heading', { name: 'One person', exact: true }).waitFor();
  });

  it('ask for the board again only with the version it has, every ten seconds', async () => {
    asHr(stage.server.api, 'en');
    const { page, tab } = await stage.open({ page: `${base}/pairs` }, { clock: 'moving' });
    await tab.getByRole('table', { name: 'Pairs' }).waitFor();
    await page.clock.runFor(10_500);
    await until(() => stage.server.api.calls('GET', `${base}/board`).length >= 2);
    // On a slow machine time that went on by itself has had it asked for once more.
    const [first, ...again] = stage.server.api
      .calls('GET', `${base}/board`)
      .map((seen) => seen.headers['if-none-match']);
    expect(first).toBeUndefined();
    expect(new Set(again)).toEqual(new Set(['"31"']));
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
    const mentee = tab.getByRole('columnheader', { name: 'Mentee' });
    await mentee.and(tab.locator('[aria-sort=ascending]')).waitFor();
    const chosen = () => new URL(page.frames()[1]?.url() ?? '').searchParams;
    await until(() => chosen().has('sort'));
    expect(Object.fromEntries(chosen())).toEqual({ q: 'inès', health: 'needs-a-time', sort: 'mentee' });
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
    stage.server.api.answer('GET', base, fixtures.overviewInSetup('en', { startPassed: true }));
    stage.server.api.answer('POST', `${base}/pledge-request`, { done: true });
    const { tab } = await stage.open();
    await tab.getByRole('heading', { level: 2, name: '3 things are missing before enrolment can open' }).waitFor();
    await tab.getByText('This date has passed: the programme begins when its first pairs are published.').waitFor();
    expect(await tab.getByRole('button', { name: 'Open enrolment' }).isDisabled()).toBe(true);
    await tab.getByRole('button', { name: 'Ask for the pledge' }).click();
    await tab.getByRole('status').filter({ hasText: 'waiting in the sponsor’s chat' }).waitFor({ state: 'attached' });
    expect(stage.server.api.calls('POST', `${base}/pledge-request`)).toHaveLength(1);
    const asked = { at: '2026-11-23T08:00:00.000Z', againFrom: '9999-11-30T08:00:00.000Z' };
    stage.server.api.answer('GET', base, fixtures.overviewInSetup('en', { pledgeAsked: asked }));
    await tab.getByRole('button', { name: 'Ask for the pledge' }).click();
    await tab.getByText(/^Asked on .*23.*: the card is waiting .* You can ask again from /u).waitFor();
    await tab.getByRole('button', { name: /^Ask for the pledge/u }).waitFor({ state: 'detached' });
  });

  it('let an administrator have the list of things to do each Monday, off until they want it', async () => {
    asHr(stage.server.api, 'en');
    const weekly = (weeklyToDo: boolean) => ({ ...fixtures.overview(), weeklyToDo });
    stage.server.api.answer('GET', base, weekly(false));
    stage.server.api.respond('POST', '/actions', ({ body }) => {
      stage.server.api.answer('GET', base, weekly((body as { verb: string }).verb === 'to-do/weekly'));
      return { body: { view: { card: 'weekly-to-do', state: 'on', items: [] }, changed: true } };
    });
    const { tab } = await stage.open();
    const wish = tab.getByRole('switch', { name: 'Send me this list on Monday mornings' });
    expect(await wish.isChecked()).toBe(false);
    await wish.click();
    await tab
      .getByRole('status')
      .filter({ hasText: 'You get the list on Monday mornings' })
      .waitFor({ state: 'attached' });
    await until(async () => wish.isChecked());
    await wish.click();
    await until(async () => !(await wish.isChecked()));
    const sent = () => stage.server.api.calls('POST', '/actions').map(({ body }) => (body as { verb: string }).verb);
    await until(() => sent().length === 2);
    expect(sent()).toEqual(['to-do/weekly', 'to-do/weekly-stop']);
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
    await dialog.getByText('58 people receive an invitation', { exact: false }).waitFor();
    expect(stage.server.api.calls('POST', `${base}/open`)).toHaveLength(0);
    await dialog.getByRole('button', { name: 'Open and invite' }).click();
    await until(() => stage.server.api.calls('POST', `${base}/open`).length === 1);
  });

  it('import a file: what is refused, its rows when asked for and away again by keyboard, then a confirmation, then the end', async () => {
    asHr(stage.server.api, 'fr');
    stage.server.api.answer('POST', `${base}/people/imports/import-1/confirm`, { jobId: 'job-2' });
    stage.server.api.answer('GET', `${base}/jobs/job-2`, fixtures.jobs()[1]);
    const { page, tab } = await stage.open({ page: `${base}/import`, language: 'fr' });
    await tab
      .locator('input[type=file]')
      .setInputFiles({ name: 'équipe.csv', mimeType: 'text/csv', buffer: Buffer.from('id;nom\n1;Zoé\n') });
    await tab.getByRole('heading', { name: '2 points refusés' }).waitFor();
    const zone = tab.getByRole('listitem').filter({ hasText: 'n’est pas un fuseau IANA' });
    expect(await zone.innerText()).toMatch(/^Fuseau horaire.*\n[^]*218 lignes, par exemple 17, 18, 19, 20, 21/u);
    await zone.getByRole('button', { name: 'Voir les 218 lignes' }).press('Enter');
    await zone.getByRole('row').filter({ hasText: 'Personne 17' }).getByRole('rowheader', { name: '17' }).waitFor();
    expect(await zone.getByRole('row').count()).toBe(51);
    await zone.getByText('Et 168 autres lignes, non affichées.').waitFor();
    await page.keyboard.press('Enter');
    await zone.getByRole('table').waitFor({ state: 'detached' });
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
    await chooseFile(tab, 'odd.csv', 'Zorg,Blip,Quux,Fnord\n7,Ada,Lô,1\n8,Bo,Mo,2\n9,Cy,Ny,9\n');
    await tab.getByRole('heading', { name: '3 columns that are needed are still to choose' }).waitFor();
    await tab.getByText('Nobody can be imported without: an identifier or an e-mail address, the name').waitFor();
    expect(await tab.getByRole('button', { name: /^Import / }).count()).toBe(0);

    await tab.getByLabel('Identifier (needed)').selectOption('Zorg');
    await tab.getByLabel('Name (needed)').selectOption('Blip');
    await tab.getByLabel('Name, continued').selectOption('Quux');
    await tab.getByLabel('Role (needed)').selectOption('Fnord');
    await page.keyboard.press('Tab');
    await tab.getByRole('button', { name: 'Read the file this way' }).press('Enter');
    await tab.getByRole('heading', { name: '3 values of the file are still to explain' }).waitFor();

    const roles = tab.getByRole('group', { name: 'Role: what the values of “Fnord” mean' });
    await roles.getByLabel('“1”').selectOption('Mentor');
    await roles.getByLabel('“2”').selectOption('Mentee');
    await tab.getByText('The choices have changed: read the file again before importing.').waitFor();
    await tab.getByRole('button', { name: 'Read the file this way' }).click();
    await tab.getByRole('listitem').filter({ hasText: '“9” is not a known role' }).getByText('Line 4').waitFor();
    await tab.getByRole('heading', { name: 'One value of the file is still to explain' }).waitFor();
    expect(stage.server.api.calls('POST', `${base}/people/imports/import-1/confirm`)).toHaveLength(0);
    await tab.getByRole('button', { name: 'Import 2 people' }).click();
    await tab.locator('.fui-MessageBar').getByText('2 people are imported.').waitFor();
    expect(stage.server.api.calls('POST', `${base}/people/check`).at(-1)?.body).toMatchObject({
      map: {
        id: 'Zorg',
        name: { columns: ['Blip', 'Quux'] },
        role: { column: 'Fnord', values: { '1': 'mentor', '2': 'mentee' } },
      },
      leaveOut: expect.arrayContaining(['email', 'level']),
    });
  });

  it('say that everybody is of one zone, and which values of a column leave a row out, as a map does', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.respond('POST', `${base}/people/check`, ({ body }) => ({ body: readFile(body) }));
    const { tab } = await stage.open({ page: `${base}/import` });
    await chooseFile(
      tab,
      'zones.csv',
      'id,name,role,Contract\n7,Ada Lô,mentor,Permanent\n8,Bo Mo,mentee,Permanent\n9,Cy Ny,mentor,Intern\n',
    );
    await tab.getByText('Choose the columns', { exact: true }).click();
    await tab.getByLabel('Time zone', { exact: true }).selectOption('The same for everybody');
    await tab.getByLabel('Time zone, for everybody').fill('Europe/Paris');
    await tab.getByLabel('Leave rows out by the column').selectOption('Contract');
    await tab.getByLabel('Values of “Contract” that leave a row out').fill('Intern; Apprentice');
    await tab.getByRole('button', { name: 'Read the file this way' }).press('Enter');
    await tab.getByText('One row is left out, as you said of “Contract”.').waitFor();
    await tab
      .getByRole('status')
      .filter({ hasText: 'File checked: 2 rows to take, 1 row not taken.' })
      .waitFor({ state: 'attached' });
    await tab.getByText('Europe/Paris, for everybody').waitFor();
    await tab.getByRole('button', { name: 'Import 2 people' }).waitFor();
    expect(stage.server.api.calls('POST', `${base}/people/check`).at(-1)?.body).toMatchObject({
      map: { timeZone: { constant: 'Europe/Paris' }, leaveOut: { Contract: ['Intern', 'Apprentice'] } },
    });
    expect(await tab.getByLabel('Time zone, for everybody').inputValue()).toBe('Europe/Paris');
  });

  it('let HR say otherwise where a status that is understood leaves a row out', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.respond('POST', `${base}/people/check`, ({ body }) => ({ body: readFile(body) }));
    const { tab } = await stage.open({ page: `${base}/import` });
    await chooseFile(
      tab,
      'status.csv',
      'id,name,role,Status\n7,Ada Lô,mentor,Active\n8,Bo Mo,mentee,Active\n9,Cy Ny,mentor,Inactive\n',
    );
    await tab
      .getByText('One row is left out: “Status” says that the person is not there any more.', { exact: false })
      .waitFor();
    await tab.getByText('Choose the columns', { exact: true }).click();
    const meanings = tab.getByRole('group', { name: 'what the values of “Status” mean' });
    await meanings.getByLabel('“Inactive”').selectOption('here');
    await tab.getByRole('button', { name: 'Read the file this way' }).click();
    await tab.getByRole('button', { name: 'Import 3 people' }).waitFor();
  });

  it('tell first that nobody’s manager is known, and take the column that is offered for it with one press', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.respond('POST', `${base}/people/check`, ({ body }) => ({ body: readFile(body) }));
    const { tab } = await stage.open({ page: `${base}/import` });
    await chooseFile(
      tab,
      'suit.csv',
      'id,name,role,Suit\n7,Ada Lô,mentor,Bo Mo\n8,Bo Mo,mentee,\n9,Cy Ny,mentor,Bo Mo\n',
    );
    const parts = tab.getByRole('heading', { level: 3 });
    await parts.filter({ hasText: '2 points that protect people, to see to first' }).waitFor();
    const offer = 'Use “Suit” as “Direct manager”: 2 of 3 rows match';
    await tab
      .getByRole('listitem')
      .filter({ hasText: 'No row names a manager' })
      .getByRole('button', { name: offer })
      .press('Enter');
    await parts.filter({ hasText: 'to see to first' }).waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: /^Use / }).waitFor({ state: 'detached' });
    expect(stage.server.api.calls('POST', `${base}/people/check`).at(-1)?.body).toMatchObject({
      map: { id: 'id', managerId: 'Suit' },
    });
    await tab.getByRole('button', { name: 'Import 3 people' }).waitFor();
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

  it('send a message again that was given up, and what somebody did not get', async () => {
    asHr(stage.server.api, 'en');
    const paths = [`${base}/messages/m1/retry`, `${base}/messages/unreached/participant/p2/retry`];
    for (const path of paths) stage.server.api.answer('POST', path, { done: true });
    const { tab } = await stage.open({ page: `${base}/messages` });
    await tab.getByText('Five tries without an answer from Teams.').waitFor();
    await tab.getByRole('button', { name: 'Send again: Introduction of the pair, Lukas Brandt' }).click();
    await tab.getByText('It goes out again, if it is still true.').waitFor({ state: 'attached' });
    await tab.getByRole('button', { name: 'Send again what Lukas Brandt did not get' }).click();
    for (const path of paths) await until(() => stage.server.api.calls('POST', path).length === 1);
    // Of the two whom a message did not reach, one cannot be written to, and of the three messages one may be sent again.
    expect(await tab.getByRole('button', { name: /^Send again/ }).count()).toBe(2);
  });

  it('find messages by state, kind and person, each asked of the server, and read what is empty and why', async () => {
    asHr(stage.server.api, 'en');
    const found = fixtures.messages('en');
    stage.server.api.respond('GET', `${base}/messages`, ({ path }) => ({
      body: path.includes('state=failed')
        ? { messages: [] }
        : path.includes('cursor=')
          ? { messages: found.messages.slice(2).map((message) => ({ ...message, id: 'older' })) }
          : found,
    }));
    const asked = () =>
      stage.server.api.calls('GET', `${base}/messages`).map(({ path }) => decodeURIComponent(path.split('?')[1] ?? ''));
    const { page, tab } = await stage.open({ page: `${base}/messages` });
    const rows = tab.getByRole('table', { name: 'One by one' }).getByRole('row');
    await tab.getByText('3 of 1,215 messages.').waitFor();
    await tab.getByText('6 more wait for their hour: choose the state “Waiting” to see them.').waitFor();
    await tab.getByRole('button', { name: 'Show more' }).click();
    await until(async () => (await rows.count()) === 5);
    await tab.getByLabel('State').selectOption('failed');
    await tab.getByText('No message matches these filters').waitFor();
    await tab.getByLabel('Message', { exact: true }).selectOption('booked');
    await until(() => asked().includes('state=failed&kind=booked'));
    await tab.getByRole('button', { name: 'Clear the filters' }).click();
    await until(async () => (await rows.count()) === 4);
    await tab.locator(':focus').and(tab.locator('[aria-label="Filters"]')).waitFor({ state: 'attached' });
    await tab.getByLabel('Search for a person').fill('brändt');
    await tab.getByText('One person has this name.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until(() => asked().includes('to=participant&person=p2'));
    await tab.getByRole('button', { name: 'Show everybody’s messages' }).click();
    await tab.getByRole('button', { name: 'Show only the messages to Noah Fischer' }).click();
    await until(() => asked().includes('to=participant&person=p6'));
  });

  it('have a menu for their parts on a phone, where links would fill the first screen', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({}, { width: 360 });
    const menu = tab.getByRole('combobox', { name: 'Parts of the programme' });
    await menu.waitFor();
    expect(await menu.locator('option').allTextContents()).toEqual([
      'Overview',
      'People',
      'Needs poll',
      'Pairing',
      'Pairs',
      'Questions',
      'Results',
      'Steering',
      'Messages',
      'Tasks',
    ]);
    await menu.selectOption('Pairs');
    await tab.getByRole('heading', { level: 2, name: 'Pairs' }).waitFor();
    expect(await tab.getByRole('link', { name: 'People', exact: true }).count()).toBe(0);
  });

  it('can be walked by keyboard alone, the focus on the title of each page', async () => {
    asHr(stage.server.api, 'en');
    const { page, tab } = await stage.open();
    await tab.getByRole('heading', { level: 2 }).waitFor();
    await tab.getByRole('link', { name: 'Overview' }).focus();
    for (const name of ['People', 'Needs poll', 'Pairing', 'Pairs']) {
      await page.keyboard.press('Tab');
      await until(async () => (await focused()) === name);
    }
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 2, name: 'Pairs' }).waitFor();
    await until(async () => (await focused()) === 'Pairs');
    expect(await tab.locator(':focus').evaluate((element) => element.tagName)).toBe('H2');
    expect(await tab.locator(':focus').evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    await page.keyboard.press('Tab');
    await until(async () => (await focused()) === 'Export (CSV)');

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
  const { people, rejected, warnings, owners } = mapPeople(table, map, leaveOut);
  return fixtures.peopleCheck({
    ...(people.length === 0 ? { importId: undefined } : {}),
    rows: rows.length,
    accepted: people.length,
    findings: [...groupFindings({ rejected, warnings }, (row) => owners.get(row), mostExamples)],
    columns: describeColumns(table, map, leaveOut),
    added: people.length,
    changed: 0,
    unchanged: 0,
  });
}
