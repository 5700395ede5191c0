import * as fixtures from './stage/fixtures';
import { closedPoll, openPoll, pollToOpen } from './stage/needs-poll';
import { openStage, type Stage } from './stage/open-stage';
import { asHr } from './stage/scenes';

const base = `/programmes/${fixtures.programmeId}`;
const path = `${base}/needs-poll`;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());

describe('the needs poll', () => {
  it('is opened for a population that is large enough, with three topics at least, after a last look', async () => {
    const { api } = stage.server;
    asHr(api, 'en');
    api.answer('GET', path, pollToOpen('en'));
    api.respond('POST', path, () => ({ body: openPoll('en') }));
    const { tab } = await stage.open({ page: path });
    const open = tab.getByRole('button', { name: 'Open the poll' });
    await open.waitFor();
    expect(await open.isDisabled()).toBe(true);
    await tab.locator('summary', { hasText: 'Artificial intelligence' }).click();
    for (const name of ['Generative AI', 'AI assistants at work', 'Writing prompts'])
      await tab.getByRole('checkbox', { name, exact: true }).check();
    await tab.getByText('3 of at most 15 chosen, 3 at least').waitFor();
    const whom = tab.getByRole('combobox', { name: 'Whom to ask' });
    await whom.selectOption('mentees');
    expect(await open.isDisabled()).toBe(true);
    await tab.getByText('17 people reached, 20 needed').waitFor({ state: 'attached' });
    await whom.selectOption('mentors');
    await open.click();
    await tab.getByRole('heading', { name: 'Ask 31 people until 26 November 2026?' }).waitFor();
    await tab.getByRole('button', { name: 'Ask 31 people' }).click();
    await tab.getByText('The poll is open. The cards go out at a decent hour.').waitFor({ state: 'attached' });
    expect(api.calls('POST', path).map(({ body }) => body)).toEqual([
      { population: 'mentors', topics: ['generative-ai', 'ai-assistants', 'prompting'], closesOn: '2026-11-26' },
    ]);
  });

  it('while it is open says until when and how many were asked, and offers no other', async () => {
    asHr(stage.server.api, 'fr');
    stage.server.api.answer('GET', path, openPoll('fr'));
    const { tab } = await stage.open({ page: path, language: 'fr' });
    await tab.getByText('Ouvert jusqu’au 4 décembre 2026').waitFor();
    await tab.getByText('Toutes les personnes joignables : 48 personnes sont interrogées').waitFor();
    expect(await tab.getByRole('button', { name: 'Ouvrir le sondage' }).count()).toBe(0);
  });

  it('when it has closed says what it found, with the numbers behind it, and gives the plan an objective', async () => {
    const { api } = stage.server;
    asHr(api, 'en');
    api.answer('GET', path, closedPoll('en'));
    api.respond('POST', `${path}/objectives`, () => ({ body: closedPoll('en') }));
    const { tab } = await stage.open({ page: path });
    const replies = tab.getByRole('region', { name: '21 of 48 people would take part' });
    await replies.getByText('No / No answer').first().waitFor();
    const topics = tab.getByRole('region', { name: 'Generative AI is wanted most, by 17 people' });
    await topics.getByRole('img', { name: 'Could share 12' }).waitFor();
    await topics.locator('summary').click();
    await topics.getByRole('row', { name: /Cybersecurity.* 11 –/u }).waitFor();
    // Everybody was asked.
    expect(await tab.getByRole('button', { name: 'Open the poll' }).count()).toBe(0);
    const take = tab.getByRole('button', { name: /^Take into the plan/u });
    expect(await take.count()).toBe(1);
    await take.click();
    await tab.getByText(/^The objective is in the plan/u).waitFor({ state: 'attached' });
    expect(api.calls('POST', `${path}/objectives`)[0]).toMatchObject({
      body: { poll: '1', finding: 'take-part' },
      headers: { 'if-match': '"7"' },
    });
  });

  it('offers the file where only who would take part is told', async () => {
    asHr(stage.server.api, 'en');
    const told = closedPoll('en');
    const polls = told.polls.map((poll) => ({ ...poll, result: { ...poll.result!, topics: [] } }));
    stage.server.api.answer('GET', path, { ...told, polls });
    const { tab } = await stage.open({ page: path });
    await tab.getByRole('button', { name: 'Download (CSV)' }).waitFor();
  });

  it('of which nothing can be told says so, without a cause', async () => {
    asHr(stage.server.api, 'en');
    const told = closedPoll('en');
    const polls = told.polls.map((poll) => ({ ...poll, result: { topics: [] }, findings: [] }));
    stage.server.api.answer('GET', path, { ...told, polls });
    const { tab } = await stage.open({ page: path });
    await tab.getByText('Nothing can be shown').waitFor();
    expect(await tab.getByRole('button', { name: 'Download (CSV)' }).count()).toBe(0);
  });
});
