import * as fixtures from './stage/fixtures';
import { openStage, type Stage } from './stage/open-stage';
import { someMoves, someTotals } from '../helpers/factories/moves';
import { somePilot } from '../helpers/factories/pilot';
import { expectedResults } from '../helpers/factories/results';
import { toldComments } from './stage/comments';
import { asHr } from './stage/scenes';

const base = `/programmes/${fixtures.programmeId}`;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());

describe('what people answered, as HR reads it', () => {
  it('begins with how many changes stand out from chance, and claims no cause', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: `${base}/results` });
    const section = tab.getByRole('region', { name: '2 changes of 4 stand out from chance' });
    await section.getByText('+0.6 (+0.3 to +0.9)').first().waitFor();
    await section.getByText('2.9 before, 3.5 after, 22 people, 2 answered once').waitFor();
    await section.getByText('What caused a change, these figures do not say.', { exact: false }).waitFor();
  });

  it('says first where each objective stands, by the answers that the plan names', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: `${base}/results` });
    const section = tab.getByRole('region', { name: 'One objective was measured since the start' });
    await section.getByText('At the start: 38% (21 people), At the end: 62% (21 people)').waitFor();
    await section.getByText('The plan: from 24 to 70 %').waitFor();
    await section.getByText('Ideas reach those who decide”, Mentors: no figure yet.').waitFor();
    await section.getByText('Measured otherwise than by answers.').waitFor();
  });

  it('has every figure in a table behind the picture', async () => {
    asHr(stage.server.api, 'fr');
    const { tab } = await stage.open({ page: `${base}/results`, language: 'fr' });
    const section = tab.getByRole('region', { name: '2 changements sur 4 se distinguent du hasard' });
    await section.getByText('Voir les chiffres').click();
    const row = section.getByRole('row', { name: /Comprendre .* – Mentors/u });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([
      '22',
      '2',
      '2,9',
      '3,5',
      '+0,6',
      'de +0,3 à +0,9',
      't de Student',
      'de +0,2 à +0,9',
      '+0,9 (de +0,4 à +1,3)',
      '16 / 3 (moins de 1\u00a0%)',
    ]);
  });

  it('shows hours held against those planned, month by month, and says it in words', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: `${base}/results` });
    const section = tab.getByRole('region', { name: '61 hours were held of 68 planned by today' });
    await section.getByRole('img', { name: 'Month 1: 23/24, Month 2: 21/23, Month 3: 17/21' }).waitFor();
    await section.getByText('Show the figures').click();
    expect(
      await section
        .getByRole('row', { name: /^Month 3/u })
        .getByRole('cell')
        .allInnerTexts(),
    ).toEqual(['17', '21']);
  });

  it('shows the ladder of the tools at the start and at the end, each step with its interval', async () => {
    asHr(stage.server.api, 'fr');
    const { tab } = await stage.open({ page: `${base}/results`, language: 'fr' });
    const section = tab.getByRole('region', {
      name: /^Outils utilisés chaque mois ou plus souvent.* au départ/u,
    });
    await section.getByText('Voir les chiffres').click();
    const row = section.getByRole('row', { name: /^jamais/u });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([
      '52\u00a0% (de 32\u00a0% à 72\u00a0%)',
      '29\u00a0% (de 14\u00a0% à 50\u00a0%)',
    ]);
  });

  it.each([
    '50 people enrolled, 47 have had a partner',
    '17 pairs of 20 that are over went through all their months',
    '“Generative AI” is a topic of 12 pairs',
    'In 8 pairs “Direction commerciale” learns from “Systèmes d’information”',
    '19 pairs of 24 join two functions',
    '9 of 21 mentees answer 9 or 10 to doing it again',
  ])('finds and says: %s', async (finding) => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: `${base}/results` });
    await tab.getByRole('heading', { name: finding }).waitFor();
  });

  it.each([
    ['CSV', 'results.csv'],
    ['Excel', 'results.xlsx'],
    ['Rapport (PDF)', 'board-report.pdf'],
    ['Binômes (CSV)', 'progress.csv'],
  ])('can be taken away by “%s”, in the reader’s language', async (name, file) => {
    asHr(stage.server.api, 'fr');
    stage.server.api.respond('GET', `${base}/${file}`, () => ({ text: 'figures' }));
    const { page, tab } = await stage.open({ page: `${base}/results`, language: 'fr' });
    const download = page.waitForEvent('download');
    await tab.getByRole('group', { name: 'Télécharger' }).getByRole('button', { name, exact: true }).click();
    expect((await download).suggestedFilename()).toBe(`${fixtures.programmeId}-${file}`);
    expect(stage.server.api.calls('GET', `${base}/${file}`)[0]?.path).toContain('language=fr');
  });

  it('keeps how people see the start today beside the comparison', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: `${base}/results` });
    const back = tab.getByRole('region', {
      name: 'Looking back, people see one change of 1 that stands out from chance',
    });
    await back.getByText('+1.2 (+0.7 to +1.7)').first().waitFor();
  });

  it('before anybody was asked says what will be seen, and what will not', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.answer('GET', `${base}/results`, expectedResults());
    const { tab } = await stage.open({ page: `${base}/results` });
    await tab
      .getByText('With 8 people in a role, figures can be shown, but for the two that need ten answers')
      .waitFor();
    await tab.getByText('a change of 1.2 standard deviations and more').waitFor();
  });
});

describe('the rule of a pilot', () => {
  it('says what it comes to, each condition with its figure, and no cause', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: `${base}/results` });
    const section = tab.getByRole('region', { name: 'By its rule the pilot stops: one of 5 conditions is not met' });
    await section.getByText('Use of the tools (Mentees), at the end: at least 70%').waitFor();
    expect(await section.getByRole('listitem').count()).toBe(5);
    await section.getByText('not met 61.9% (21 people, 95% interval 43.9% to 81.9%)').waitFor();
    await section.getByText('not what caused it', { exact: false }).waitFor();
  });

  it('stands there as it was written before launch, without a figure', async () => {
    asHr(stage.server.api, 'fr');
    stage.server.api.answer('GET', `${base}/results`, expectedResults());
    stage.server.api.answer('GET', `${base}/pilot`, somePilot('fr', { state: 'setup' }));
    const { tab } = await stage.open({ page: `${base}/results`, language: 'fr' });
    const section = tab.getByRole('region', {
      name: 'La règle du pilote\u00a0: 5 conditions, fixée à l’ouverture des inscriptions',
    });
    await section.getByText('en attente Pas encore de chiffre').first().waitFor();
    expect(await section.getByText('en attente Pas encore de chiffre').count()).toBe(5);
  });

  it('is not there, nor a word of it, where the plan has none', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.answer('GET', `${base}/pilot`, {});
    const { tab } = await stage.open({ page: `${base}/results` });
    await tab.getByRole('region', { name: 'One objective was measured since the start' }).waitFor();
    expect(await tab.getByText('pilot', { exact: false }).count()).toBe(0);
  });
});

describe('retention and moves', () => {
  it('say both shares with their intervals, and that it is a description', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: `${base}/results` });
    const section = tab.getByRole('region', {
      name: '13% of people in pairs left within 6 months, 30% of those who waited',
    });
    await section.getByText('Difference: −18 points (−36 to 0)').waitFor();
    await section.getByText('volunteers differ from others', { exact: false }).waitFor();
  });

  it('are typed by HR once their day has come, and what does not fit is named', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: `${base}/results` });
    expect(await tab.getByText('To be counted', { exact: false }).isVisible()).toBe(false);
    await tab.getByText('Type or correct the totals').click();
    await tab.getByRole('region', { name: 'Retention and moves after 12 months' }).getByText('To be counted').waitFor();
    const form = tab.getByRole('region', { name: 'Retention and moves after 6 months' });
    await form.getByRole('button', { name: 'Correct the totals' }).click();
    const pairs = form.getByRole('group', { name: 'People in pairs – Everybody' });
    await pairs.getByLabel('Of them, left the company').fill('7');
    stage.server.api.refuse('PUT', `${base}/moves/6`, 400, 'invalid-body', 'This does not fit.');
    await form.getByRole('button', { name: 'Save the totals' }).click();
    await form.getByRole('alert').filter({ hasText: 'This does not fit.' }).waitFor();
    stage.server.api.answer('PUT', `${base}/moves/6`, someMoves());
    await form.getByRole('button', { name: 'Save the totals' }).click();
    await form.getByRole('button', { name: 'Correct the totals' }).waitFor();
    const { body, headers } = stage.server.api.calls('PUT', `${base}/moves/6`).at(-1)!;
    expect(headers['if-match']).toBe('"1"');
    expect(body).toEqual({ all: { ...someTotals, participants: { people: 48, left: 7, moved: 12 } } });
  });
});

describe('a total that does not fit', () => {
  it('is named by the labels of its field, and marked there', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: `${base}/results` });
    await tab.getByText('Type or correct the totals').click();
    const form = tab.getByRole('region', { name: 'Retention and moves after 6 months' });
    await form.getByRole('button', { name: 'Correct the totals' }).click();
    const message = 'At least 20 people are needed on each side.';
    stage.server.api.respond('PUT', `${base}/moves/6`, () => ({
      status: 400,
      body: {
        code: 'invalid-body',
        message: 'This does not fit.',
        correlationId: 'c-42',
        fields: [{ path: 'all.waiting.people', message }],
      },
    }));
    await form.getByRole('button', { name: 'Save the totals' }).click();
    const alert = form.getByRole('alert').filter({ hasText: 'This does not fit.' });
    await alert.getByText('People who waited – Everybody: Number of people at the start').waitFor();
    const field = form.getByRole('group', { name: 'People who waited – Everybody' });
    await field.getByText(message).waitFor();
    expect(await field.getByLabel('Number of people at the start').getAttribute('aria-invalid')).toBe('true');
    const others = form.getByRole('group', { name: 'People in pairs – Everybody' });
    expect(await others.getByText(message).count()).toBe(0);
  });
});

describe('the long page of results', () => {
  it('has a part for each question that HR comes with, and a way to each', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: `${base}/results` });
    const parts = tab.getByRole('navigation', { name: 'Parts of the results' });
    const names = ['What changed', 'What people say', 'Sessions and pairs', 'Still to come'];
    await parts.waitFor();
    expect(await parts.getByRole('link').allInnerTexts()).toEqual(names);
    expect(await tab.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(names);
    await parts.getByRole('link', { name: 'Sessions and pairs' }).click();
    const heading = tab.getByRole('heading', { name: 'Sessions and pairs' });
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await heading.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
  });

  it('begins with what is to come while nothing is told', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.answer('GET', `${base}/results`, expectedResults());
    const { tab } = await stage.open({ page: `${base}/results` });
    await tab.getByRole('heading', { level: 3, name: 'Still to come' }).waitFor();
    expect(await tab.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      'Still to come',
      'What changed',
      'Sessions and pairs',
    ]);
  });

  it.each([
    '3.4 of 5 for “Working between the sites of Lyon and Metz is easy.” (Mentees – At the end)',
    '57% answer “an hour a month” to “Which format suits you?” (Mentees – At the end)',
    '+27.3 (−6.0 to +53.0) for “I would recommend this programme to my team.” (Mentors – At the end)',
  ])('says of a question of HR’s own: %s', async (finding) => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: `${base}/results` });
    await tab.getByRole('heading', { level: 4, name: finding, exact: true }).waitFor();
  });
});

describe('what people wrote in surveys, as HR reads it', () => {
  it('stands below the figures as plain text, twenty comments first and the rest when asked for', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: `${base}/results` });
    const section = tab.getByRole('region', { name: 'At the end: 23 comments' });
    await section.getByText('**Bold**, <b>tags</b> and [a link](https://example.test) stay text.').waitFor();
    expect(await section.locator('b, a, script').count()).toBe(0);
    expect(await section.getByRole('listitem').count()).toBe(20);
    await section.getByRole('button', { name: 'Show all 23' }).click();
    expect(await section.getByRole('listitem').allInnerTexts()).toEqual(
      toldComments('en').blocks[0]!.texts.map((text) => text),
    );
  });

  it('is not there, nor any word of it, where nothing is told', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.answer('GET', `${base}/comments`, { blocks: [] });
    const { tab } = await stage.open({ page: `${base}/results` });
    await tab.getByRole('region', { name: '2 changes of 4 stand out from chance' }).waitFor();
    expect(await tab.getByText('comment', { exact: false }).count()).toBe(0);
  });

  it('leaves the figures in place where it cannot be read', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.refuse('GET', `${base}/comments`, 500, 'internal', 'Not now.');
    const { tab } = await stage.open({ page: `${base}/results` });
    await tab.getByRole('alert').filter({ hasText: 'Not now.' }).waitFor();
    await tab.getByRole('region', { name: '2 changes of 4 stand out from chance' }).waitFor();
  });
});
