import { launchBrowser, type Browser } from '../helpers/browser';
import { cast, castPlan } from '../helpers/e2e-cast';
import { LocalTeamsPage } from '../helpers/e2e-persona';
import { inviteCast, proposeToCast } from '../helpers/e2e-programme';
import { openE2eStage, type E2eStage } from '../helpers/e2e-stage';
import { wordsOf } from '../helpers/e2e-words';
import { enrolmentText } from '../../src/enrolment/text/enrolment-text';
import { memberText } from '../../src/member/text/member-text';
import { ownPageText } from '../../src/own-page/text/own-page-text';
import { proposalText } from '../../src/proposal/text/proposal-text';

jest.setTimeout(180_000);

let stage: E2eStage;
let browser: Browser;
let teams: LocalTeamsPage;
const { tab, text, page: local } = wordsOf('fr');

beforeAll(async () => {
  [stage, browser] = await Promise.all([openE2eStage('fr'), launchBrowser()]);
  teams = await LocalTeamsPage.open(browser, stage, wordsOf('fr'));
  await inviteCast(stage, 'fr');
}, 180_000);
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const cardsOf = (person: string): string => JSON.stringify(stage.teams.conversation(person).map(({ cards }) => cards));

describe('outside the usual way', () => {
  test('the tab opened in a window of its own says what to do, and shows nobody’s data', async () => {
    const context = await browser.newContext({ locale: 'fr-FR' });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${stage.url}/tab/programmes/passages/people`);
    await page.getByRole('heading', { level: 1, name: tab('outside.title') }).waitFor();
    await page.getByText(tab('outside.step-1')).waitFor();
    await page.getByRole('link', { name: stage.teams.baseUrl }).waitFor();
    expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
    await context.close();
  });

  test('an old phone without Action.Execute gets the same steps through its own buttons', async () => {
    await teams.as(cast.senior, 'chat');
    await teams.page.getByRole('button', { name: local('display') }).click();
    await teams.page.getByRole('menuitemradio', { name: local('cardsOld') }).click();
    await teams.page.keyboard.press('Escape');
    // The page tells the service by itself; on a slow machine the press may come first.
    stage.teams.setCardMode(cast.senior, '1.2');
    // An old client knows no headings either.
    const message = teams.page.getByTestId('message').last();
    await message.getByText(text(enrolmentText, 'invitation.title')).waitFor();
    const sent = stage.teams.exchanges().length;
    await message.getByRole('button', { name: text(enrolmentText, 'invitation.accept') }).click();
    await message.getByText(text(enrolmentText, 'invitation.in-title')).waitFor();
    expect(stage.teams.exchanges().slice(sent)).toMatchObject([{ activity: { type: 'message' } }]);
    expect(await teams.violations()).toEqual([]);
    stage.teams.setCardMode(cast.senior, '1.5');
  });

  test('pressed twice in a hurry, a card has one effect', async () => {
    await teams.as(cast.junior, 'chat');
    const invitation = await teams.card(text(enrolmentText, 'invitation.title'));
    await invitation.getByRole('button', { name: text(enrolmentText, 'invitation.accept') }).dblclick();
    await teams.card(text(enrolmentText, 'invitation.in-title'));
    await stage.settle();
    expect((await stage.api('GET', '/programmes/passages')).body).toMatchObject({
      counts: { participants: { enrolled: 2 } },
    });
  });

  test('somebody of another programme sees nothing of this one', async () => {
    const rosa = { name: 'Rosa Lind', email: 'st@armorel.example', language: 'fr' as const };
    const other = {
      ...castPlan('fr'),
      id: 'ailleurs',
      name: { fr: 'Ailleurs', en: 'Elsewhere' },
      administrators: [rosa],
      delegates: [],
    };
    expect(
      (await stage.api('PUT', '/programmes/ailleurs/plan', other, { headers: { 'if-none-match': '*' } })).status,
    ).toBe(201);
    await stage.teams.setTeamMember('19:cast@thread.tacv2', cast.stranger, true);
    expect((await stage.api('POST', '/programmes/ailleurs/reach')).status).toBeLessThan(300);
    await stage.settle();
    await teams.as(cast.stranger, 'tab');
    await teams.tab.getByRole('heading', { name: 'Ailleurs' }).first().waitFor();
    expect(await teams.tab.locator('body').innerText()).not.toMatch(/Passages 2027|Inès|Marc Lefèvre/u);
    for (const path of ['', '/people', '/board', '/me', '/messages', '/plan']) {
      const refused = await stage.api('GET', `/programmes/passages${path}`, undefined, { as: cast.stranger });
      expect(refused).toMatchObject({ status: 404 });
      expect(JSON.stringify(refused.body)).not.toMatch(/Passages|Inès/u);
    }
    await teams.as(cast.stranger, 'chat');
    await teams.page.getByRole('textbox', { name: local('write', { bot: 'Passerelle' }) }).fill('bonjour');
    await teams.page.keyboard.press('Enter');
    const home = await teams.card(text(ownPageText, 'home.title', { because: 'hello', name: 'Rosa' }));
    expect(await home.innerText()).toContain('Ailleurs');
    expect(await home.innerText()).not.toContain('Passages');
  });

  test('with the store down a press says that nothing was saved; once it is back, the same card works, once', async () => {
    await proposeToCast(stage);
    const pane = await teams.as(cast.junior, 'chat');
    const proposal = await teams.card(text(proposalText, 'proposal.title', { reminder: 'no' }));
    stage.wire.cut();
    await proposal.getByRole('button', { name: text(proposalText, 'proposal.accept') }).click();
    await pane.getByText(text(memberText, 'notice.not-saved.title')).first().waitFor();
    await pane.getByText(text(memberText, 'notice.not-saved.next')).first().waitFor();
    stage.wire.mend();
    expect(cardsOf(cast.senior)).not.toContain('proposal/accept');
    const same = await teams.card(text(proposalText, 'proposal.title', { reminder: 'no' }));
    await same.getByRole('button', { name: text(proposalText, 'proposal.accept') }).click();
    await teams.card(text(proposalText, 'proposal.waiting-title'));
    await stage.settle();
    expect(cardsOf(cast.senior).match(/"verb":"proposal\/accept"/gu)).not.toBeNull();
    expect(
      stage.teams
        .journal()
        .filter(
          ({ kind, personDirectoryId, activity }) =>
            kind === 'send' &&
            personDirectoryId === cast.senior &&
            JSON.stringify(activity).includes('proposal/accept'),
        ),
    ).toHaveLength(1);
  });

  test('answered on the reminder, the first card shows the answer and asks no more', async () => {
    const asking = (): readonly boolean[] =>
      stage.teams
        .conversation(cast.senior)
        .map(({ cards }) => JSON.stringify(cards))
        .filter((card) => card.includes(text(proposalText, 'proposal.declined-title')) || card.includes('proposal/'))
        .map((card) => card.includes('proposal/accept'));
    expect(asking()).toEqual([true]);
    await stage.moveDays(5);
    expect(asking()).toEqual([true, true]);
    const reminder = stage.teams.conversation(cast.senior).at(-1);
    await stage.teams.press(cast.senior, reminder?.id ?? '', 'proposal/decline');
    await stage.settle();
    expect(asking()).toEqual([false, false]);
  });

  test('a card that has expired explains itself, and changes nothing', async () => {
    const [mentor = ''] = cast.otherMentors;
    await teams.as(mentor, 'chat');
    const expired = (await teams.card(text(proposalText, 'proposal.title', { reminder: 'no' }))).getByRole('button', {
      name: text(proposalText, 'proposal.accept'),
    });
    await stage.moveDays(3);
    await expired.first().click();
    await teams.card(text(proposalText, 'proposal.not-formed-title'));
    await stage.settle();
    expect((await stage.api('GET', '/programmes/passages')).body).toMatchObject({ counts: { pairs: { active: 0 } } });
    expect(text(proposalText, 'proposal.not-formed-what', { address: 'vous' })).not.toBe('');
  });
});
