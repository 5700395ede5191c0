import * as fixtures from './stage/fixtures';
import { openStage, type Stage } from './stage/open-stage';
import {
  acceptedCharter,
  assistantPage,
  charterStep,
  metStep,
  myPage,
  needsPollStep,
  pageBeforeEnrolment,
  proposalStep,
  slotsStep,
  surveyStep,
} from './stage/own-page';
import { asJunior, asSponsor } from './stage/scenes';
import { until } from './stage/until';

const base = `/programmes/${fixtures.programmeId}`;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());

function answerActions(view: Record<string, unknown> = { card: 'home' }): void {
  stage.server.api.answer('POST', '/actions', { view, changed: true });
}

function lastAction(): unknown {
  return stage.server.api.calls('POST', '/actions').at(-1)?.body;
}

describe('a participant’s own page', () => {
  it('shows the pair, the next hour in both zones, the calendar file and what was', async () => {
    asJunior(stage.server.api);
    const { tab } = await stage.open({ language: 'fr' });
    await tab.getByRole('heading', { name: 'En binôme avec Kenji Watanabe' }).waitFor();
    await tab.getByText('mardi 23 février, de 9 h 30 à 10 h 30').waitFor();
    await tab.getByText(/pour Kenji, 17\sh\s30 \(heure (normale )?du Japon\)/u).waitFor();
    expect(await tab.getByRole('link', { name: 'Ajouter à mon calendrier' }).getAttribute('href')).toBe(
      '/calendar/regards/pair-1/3/mentor/abc.ics',
    );
    expect(await tab.getByRole('table', { name: 'Séances passées' }).getByRole('row').count()).toBe(3);
  });

  it('tells a volunteer without a partner where they stand and what they can do, and offers it', async () => {
    const page = myPage();
    const advice = { fr: 'Trop peu d’heures.', en: 'Too few hours are in common for now.' };
    const standing = { told: 'waiting', advice } as const;
    asJunior(stage.server.api, myPage({ pairs: [], steps: [], ...(page.me && { me: { ...page.me, standing } }) }));
    const { tab } = await stage.open();
    const where = tab.getByRole('region', { name: 'The search goes on' });
    await where.getByText(advice.en).waitFor();
    await where.getByRole('button', { name: 'Correct my details' }).click();
    await tab.getByLabel('Hours that suit, in a usual week').waitFor();
  });

  it('answers a proposal with the same verb as the card, and shows what is true afterwards', async () => {
    asJunior(stage.server.api, myPage({ pairs: [], steps: [proposalStep] }));
    stage.server.api.respond('POST', '/actions', () => {
      asJunior(stage.server.api, myPage({ pairs: [], steps: [] }));
      return { body: { view: { card: 'proposal', state: 'waiting' }, changed: true } };
    });
    const { tab } = await stage.open();
    await tab.getByText('around: Artificial intelligence', { exact: false }).waitFor();
    await tab.getByRole('button', { name: 'I accept' }).click();
    await tab.getByRole('heading', { name: 'Enrolment is noted' }).waitFor();
    expect(lastAction()).toEqual(proposalStep.actions[0]);
  });

  it('shows the charter of the pair, sends the card’s own verb, and then the day, the words and that the other has accepted too', async () => {
    const { charter: _none, ...pair } = myPage().pairs[0]!;
    asJunior(stage.server.api, myPage({ pairs: [pair], steps: [charterStep] }));
    stage.server.api.respond('POST', '/actions', () => {
      asJunior(stage.server.api, myPage({ pairs: [{ ...pair, charter: acceptedCharter }], steps: [] }));
      return { body: { view: { card: 'introduction' }, changed: true } };
    });
    const { tab } = await stage.open();
    const step = tab.getByRole('region', { name: 'Before the first session: your charter with Kenji' });
    await step.getByText('Kenji has accepted it.', { exact: true }).waitFor();
    expect(await step.getByRole('listitem').allTextContents()).toEqual(charterStep.words);
    await step.getByRole('button', { name: 'I accept the charter' }).click();
    await tab.getByText(/^Accepted on .*11 December.*\. Kenji has accepted it too\.$/u).waitFor();
    await until(async () => (await tab.getByText(charterStep.words[4]!).count()) === 1);
    expect(lastAction()).toEqual(charterStep.actions[0]);
  });

  it('declines after a question, and is asked for no reason', async () => {
    asJunior(stage.server.api, myPage({ pairs: [], steps: [proposalStep] }));
    answerActions();
    const { tab } = await stage.open();
    await tab.getByRole('button', { name: 'I decline' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Nobody learns who declined, and nobody asks why.').waitFor();
    expect(await dialog.getByRole('textbox').count()).toBe(0);
    await dialog.getByRole('button', { name: 'I decline' }).click();
    await tab.getByRole('status').filter({ hasText: 'Noted.' }).waitFor({ state: 'attached' });
    expect(lastAction()).toEqual(proposalStep.actions[1]);
  });

  it('ends the pair after saying what that means, without a reason; then only that it is noted', async () => {
    const { pairs } = myPage();
    asJunior(stage.server.api);
    stage.server.api.respond('POST', '/actions', () => {
      asJunior(stage.server.api, myPage({ pairs: [{ ...pairs[0]!, leave: 'asked' }] }));
      return { body: { view: { card: 'leave', state: 'asked' }, changed: true } };
    });
    const { tab } = await stage.open();
    await tab.getByRole('button', { name: 'End this pair' }).click();
    const dialog = tab.getByRole('dialog', { name: 'End the pair with Kenji Watanabe?' });
    await dialog.getByText('the words tell neither Kenji Watanabe nor HR who asked', { exact: false }).waitFor();
    expect(await dialog.getByRole('textbox').count()).toBe(0);
    await dialog.getByRole('button', { name: 'End our pair' }).click();
    await tab.getByText('The wish to end it is noted.', { exact: false }).waitFor();
    expect(lastAction()).toEqual({
      verb: 'pair/leave-confirm',
      programmeId: fixtures.programmeId,
      pairId: 'pair-1',
    });
    await tab.getByRole('button', { name: 'End this pair' }).waitFor({ state: 'detached' });
  });

  it('pauses until a date within the range, and comes back with one press', async () => {
    const { me } = myPage();
    asJunior(stage.server.api);
    stage.server.api.respond('POST', '/actions', () => {
      asJunior(stage.server.api, myPage({ me: { ...me!, pause: { until: '2027-03-15' } } }));
      return { body: { view: { card: 'pause', state: 'paused' }, changed: true } };
    });
    const { tab } = await stage.open();
    const date = tab.getByLabel('First day back');
    const start = tab.getByRole('button', { name: 'Start my pause' });
    await date.fill('2027-09-01');
    await until(() => start.isDisabled());
    await date.fill('2027-03-15');
    await start.click();
    await tab.getByRole('heading', { name: /^Away, back on .*15 March/u }).waitFor();
    expect(lastAction()).toEqual({ verb: 'pause/set', programmeId: fixtures.programmeId, until: '2027-03-15' });
    await tab.getByRole('button', { name: 'Come back now' }).click();
    await tab.getByRole('status').filter({ hasText: 'Everything goes on.' }).waitFor({ state: 'attached' });
    expect(lastAction()).toEqual({ verb: 'pause/end', programmeId: fixtures.programmeId });
  });

  it('says a thing for the mix with a yes of its own, and takes it back with one press', async () => {
    const { me } = myPage();
    const since = '2027-02-20T09:00:00.000Z';
    asJunior(stage.server.api, myPage({ me: { ...me!, diversity: { gender: {}, ageBand: {} } } }));
    stage.server.api.respond('POST', '/actions', () => {
      asJunior(
        stage.server.api,
        myPage({ me: { ...me!, diversity: { gender: {}, ageBand: { value: '40-49', since } } } }),
      );
      return { body: { view: { card: 'diversity' }, changed: true } };
    });
    const { tab } = await stage.open();
    await tab.getByText('shown to nobody, not even HR', { exact: false }).waitFor();
    const say = tab.getByRole('button', { name: 'Yes, say my age band' });
    expect(await say.isDisabled()).toBe(true);
    expect(await tab.getByRole('button', { name: /^Erase/u }).count()).toBe(0);
    await tab.getByLabel('Age band (optional)').selectOption('40 to 49');
    await say.click();
    await tab.getByLabel(/^Age band \(optional\), said on .*20 February 2027/u).waitFor();
    const of = { programmeId: fixtures.programmeId, attribute: 'ageBand' };
    expect(lastAction()).toEqual({ verb: 'diversity/save', ...of, ageBand: '40-49' });
    await tab.getByRole('button', { name: 'Erase the answer on age' }).click();
    await tab.getByRole('status').filter({ hasText: 'The answer is erased.' }).waitFor({ state: 'attached' });
    expect(lastAction()).toEqual({ verb: 'diversity/withdraw', ...of });
  });

  it('says after the end that another partner is looked for, and takes “enough”', async () => {
    const { me, pairs } = myPage();
    const { leave: _leave, nextSession: _next, ...pair } = pairs[0]!;
    asJunior(
      stage.server.api,
      myPage({ me: { ...me!, rematch: 'another' }, pairs: [{ ...pair, state: 'ended' }], steps: [] }),
    );
    answerActions({ card: 'pair-ended' });
    const { tab } = await stage.open();
    await tab.getByRole('heading', { name: 'Another partner is being looked for' }).waitFor();
    await tab.getByRole('button', { name: 'That is enough for me' }).click();
    await tab.getByRole('status').filter({ hasText: 'Noted.' }).waitFor({ state: 'attached' });
    expect(lastAction()).toEqual({ verb: 'rematch/enough', programmeId: fixtures.programmeId, pairId: 'pair-1' });
  });

  it('chooses hours by keyboard', async () => {
    asJunior(stage.server.api, myPage({ pairs: [], steps: [slotsStep] }));
    answerActions({ card: 'slots', state: 'answered' });
    const { page, tab } = await stage.open();
    // All are ticked, as on the card, each with the partner's hour; the second does not suit.
    await tab.getByRole('checkbox', { name: 'for Kenji' }).nth(1).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tab.getByRole('status').filter({ hasText: 'Noted.' }).waitFor({ state: 'attached' });
    expect(lastAction()).toEqual({ ...slotsStep.actions[0], slots: '0,2' });
  });

  it('says that the pair met, and sends the pulse with what was answered only', async () => {
    asJunior(stage.server.api, myPage({ steps: [metStep, surveyStep] }));
    answerActions();
    const { tab } = await stage.open();
    await tab.getByRole('button', { name: 'Yes, we met' }).click();
    await tab.getByRole('status').filter({ hasText: 'Noted.' }).waitFor({ state: 'attached' });
    expect(lastAction()).toEqual(metStep.actions[0]);
    await tab.getByRole('radio', { name: '4 – rather agree' }).check();
    await tab.getByLabel('I would do it again', { exact: false }).selectOption('9');
    await tab.getByRole('button', { name: 'Send my answers' }).click();
    await tab.getByRole('status').filter({ hasText: 'the answers are saved' }).waitFor({ state: 'attached' });
    expect(lastAction()).toEqual({
      verb: 'survey/answer',
      programmeId: fixtures.programmeId,
      surveyRound: 'closing',
      answers: { useful: '4', again: '9' },
    });
  });

  it('asks the needs poll with the words of its card, tells that it is saved, and keeps nothing of what was chosen', async () => {
    asJunior(stage.server.api, pageBeforeEnrolment());
    answerActions({ card: 'needs-poll', state: 'sent' });
    const { tab } = await stage.open();
    const poll = tab.getByRole('region', { name: 'What would you explore, what could you share?' });
    await poll.getByText('This poll is anonymous', { exact: false }).waitFor();
    await tab.getByText('Nothing to do for now.').waitFor();
    // What waits for enrolment stands there as ever.
    await tab.getByRole('button', { name: 'Correct my details' }).waitFor();
    const learn = poll.getByRole('group', { name: 'Topics you would like to explore' });
    await learn.getByRole('checkbox', { name: 'Podcasts' }).check();
    await poll.getByRole('radio', { name: 'Perhaps' }).check();
    await poll.getByRole('button', { name: 'Send' }).click();
    const thanks = tab.getByRole('heading', { name: 'Thank you, it is saved' });
    await until(() => thanks.evaluate((it) => it === document.activeElement));
    expect(lastAction()).toEqual({
      ...needsPollStep().actions[0],
      learn: 'podcasts',
      takePart: 'perhaps',
    });
    await tab.getByRole('button', { name: 'Send other answers' }).click();
    const asked = tab.getByRole('heading', { name: 'What would you explore, what could you share?' });
    await until(() => asked.evaluate((it) => it === document.activeElement));
    expect(await learn.getByRole('checkbox', { name: 'Podcasts' }).isChecked()).toBe(false);
    answerActions({ card: 'needs-poll', state: 'ending' });
    await poll.getByRole('button', { name: 'Send' }).click();
    await tab.getByRole('alert').filter({ hasText: 'These questions are closed' }).waitFor();
  });

  it('says so when a step has changed meanwhile', async () => {
    asJunior(stage.server.api, myPage({ steps: [metStep] }));
    answerActions({ card: 'notice', notice: 'out-of-date' });
    const { tab } = await stage.open();
    await tab.getByRole('button', { name: 'Not this time' }).click();
    await tab.getByRole('alert').filter({ hasText: 'The step has changed meanwhile. Nothing was changed' }).waitFor();
  });

  it('corrects languages, the zone that nobody knew, topics and how the person teaches', async () => {
    const page = myPage();
    const zones = ['America/New_York', 'America/Denver'];
    asJunior(stage.server.api, myPage({ ...(page.me && { me: { ...page.me, isZoneStated: false, zones } }) }));
    answerActions({ card: 'invitation', state: 'in' });
    const { tab } = await stage.open({ language: 'en' });
    await tab.getByText('Time zone: –').waitFor();
    await tab.getByRole('button', { name: 'Correct my details' }).click();
    await tab.getByLabel('Your time zone').selectOption('Mountain Time (Denver)');
    await tab.getByLabel('What I share').fill('Generative AI, Gardening');
    await tab.getByLabel('Through examples').check();
    await tab.getByLabel('Sharing what I know is… (optional)').selectOption('Fairly natural');
    expect(await tab.getByText('I like to learn').count()).toBe(0);
    await tab.getByLabel('Hours that suit, in a usual week').fill('mon-fri 08:00-10:00');
    await tab.getByLabel('Pairs at the same time, at most').selectOption('2');
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByRole('button', { name: 'Correct my details' }).waitFor();
    expect(lastAction()).toEqual({
      verb: 'profile/save',
      programmeId: fixtures.programmeId,
      languages: 'fr, en',
      timeZone: 'America/Denver',
      availability: 'mon-fri 08:00-10:00',
      capacity: '2',
      expertise: 'Generative AI, Gardening',
      goals: '',
      teachingStyle: 'by-examples',
      pedagogy: '3',
    });
  });

  it('shows an assistant times, without the partner', async () => {
    asJunior(stage.server.api);
    stage.server.api.answer('GET', '/me', fixtures.me({ programmes: [fixtures.myEntry(['delegate'])] }));
    stage.server.api.answer('GET', `${base}/me`, assistantPage());
    const { tab } = await stage.open();
    await tab.getByRole('heading', { name: 'Choose the hour of session 3', exact: true }).waitFor();
    expect(await tab.locator('body').textContent()).not.toContain('Kenji');
  });
});

describe('the sponsor’s page', () => {
  it('shows figures of the programme, and hides those under five', async () => {
    asSponsor(stage.server.api);
    const { tab } = await stage.open({ language: 'fr' });
    await tab.getByRole('heading', { name: 'Le programme en chiffres' }).waitFor();
    await tab.getByText('Masqué : moins de cinq').first().waitFor();
    expect(await tab.getByRole('table').count()).toBe(0);
  });

  it('shows what HR reads of the whole programme, and no group of it', async () => {
    asSponsor(stage.server.api);
    const { tab } = await stage.open({ language: 'en' });
    await tab.getByRole('heading', { name: '2 changes of 4 stand out from chance' }).waitFor();
    await tab.getByRole('heading', { name: '61 hours were held of 68 planned by today' }).waitFor();
    await tab.getByRole('heading', { name: 'One objective was measured since the start' }).waitFor();
    expect(await tab.locator('body').textContent()).not.toContain('Systèmes d’information');
  });

  it('weighs the rule of the pilot by what the sponsor is told', async () => {
    asSponsor(stage.server.api);
    const { tab } = await stage.open({ language: 'en' });
    const rule = tab.getByRole('region', { name: 'By its rule the pilot stops: one of 5 conditions is not met' });
    await rule.getByText('cannot be told No figure is given').waitFor();
  });

  it('hands out the report to the board', async () => {
    asSponsor(stage.server.api);
    stage.server.api.respond('GET', `${base}/board-report.pdf`, () => ({ text: 'report' }));
    const { page, tab } = await stage.open({ language: 'en' });
    const download = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Report (PDF)' }).click();
    expect((await download).suggestedFilename()).toBe(`${fixtures.programmeId}-board-report.pdf`);
  });
});
