import type { FrameLocator } from 'playwright-core';
import { presetPolicy } from '../../src/pairing/scoring/policy';
import * as fixtures from './stage/fixtures';
import { openStage, type Stage } from './stage/open-stage';
import { asHr } from './stage/scenes';
import { until } from './stage/until';
import { fightingDraft, largeDraft, mixedDraft, olderDraft } from './stage/drafts';
import { answerFailed, answerSearch, answerStudio, draftJob } from './stage/studio';

const base = `/programmes/${fixtures.programmeId}`;
const page = `${base}/pairing`;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());

describe('the pairing studio', () => {
  it('shows pairs whose reasons add up, and who is left over and why', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page });
    await tab.getByRole('heading', { name: '5 pairs: the best choice overall' }).waitFor();
    const row = rowOf(tab, 'Zoé Marchand');
    await row.getByText('Reasons').click();
    await row.getByText('A language in common: French.').waitFor();
    expect(await row.getByRole('listitem').allInnerTexts()).toHaveLength(3);
    await row.getByText('These reasons make 84 points in all.').waitFor();
    await tab.getByText('No language in common with the mentors who are free.').waitFor();
    await tab.getByText('Two more mentees from Lyon would place four mentors.').waitFor();
  });

  it('warns whoever takes part as well before it shows a draft with their own pair', async () => {
    asHr(stage.server.api, 'en');
    const both = fixtures.me({ programmes: [fixtures.myEntry(['administrator', 'participant'])] });
    stage.server.api.answer('GET', '/me', both);
    const { tab } = await stage.open({ page });
    await tab.getByText('You take part in this programme yourself').waitFor();
    expect(await tab.getByText('Zoé Marchand').count()).toBe(0);
    await tab.getByRole('button', { name: 'Show the draft all the same' }).click();
    await rowOf(tab, 'Zoé Marchand').waitFor();
  });

  it('publishes once, after saying how many people are asked and in which order', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.answer('POST', `${base}/drafts/draft-1/publish`, { jobId: 'job-2' });
    stage.server.api.answer('GET', `${base}/jobs/job-2`, fixtures.jobs()[1]);
    const { tab } = await stage.open({ page });
    await rowOf(tab, 'Zoé Marchand').waitFor();
    await tab.getByRole('button', { name: 'Publish the proposals' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Publish 5 proposals?' });
    await dialog.getByText('5 mentors are asked first, each in private. 5 mentees are asked afterwards').waitFor();
    expect(stage.server.api.calls('POST', `${base}/drafts/draft-1/publish`)).toHaveLength(0);
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await tab.locator('.fui-MessageBar').getByText('The proposals are out.').waitFor();
    expect(stage.server.api.calls('POST', `${base}/drafts/draft-1/publish`)).toHaveLength(1);
  });

  it('publishes where nobody’s manager is known only once HR says that they know it, and tells first what is unknown', async () => {
    asHr(stage.server.api, 'en');
    const studio = answerStudio(stage.server.api);
    const words = {
      fr: '37 binômes\u00a0: langue inconnue.',
      en: '37 pairs: whether they share a working language is unknown.',
    };
    studio.become('draft-1', { managersUnknown: true, unknownRules: [{ rule: 'language', pairs: 37, ...words }] });
    stage.server.api.answer('POST', `${base}/drafts/draft-1/publish`, { jobId: 'job-2' });
    stage.server.api.answer('GET', `${base}/jobs/job-2`, fixtures.jobs()[1]);
    const { tab } = await stage.open({ page });
    await tab.getByRole('listitem').filter({ hasText: words.en }).first().waitFor();
    const button = tab.getByRole('button', { name: 'Publish the proposals' });
    expect(await button.isDisabled()).toBe(true);
    await tab
      .getByRole('checkbox', {
        name: 'I know that nobody’s manager is known; people may be paired with their own boss.',
      })
      .press('Space');
    await button.press('Enter');
    const dialog = tab.getByRole('dialog', { name: 'Publish 5 proposals?' });
    await dialog.getByText('Nobody’s manager is known: people may be paired with their own boss.').waitFor();
    await dialog.getByText(words.en).waitFor();
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await tab.locator('.fui-MessageBar').getByText('The proposals are out.').waitFor();
    expect(stage.server.api.calls('POST', `${base}/drafts/draft-1/publish`).map(({ body }) => body)).toEqual([
      { managersUnknown: true },
    ]);
  });

  it('withdraws a proposal that went out, after saying what the two will read', async () => {
    asHr(stage.server.api, 'en');
    const studio = answerStudio(stage.server.api);
    studio.become('draft-1', { state: 'published' });
    stage.server.api.answer('POST', `${base}/proposals/withdraw`, { pair: ['m', 's'] });
    const { tab } = await stage.open({ page });
    const row = rowOf(tab, 'Zoé Marchand');
    await row.getByRole('button', { name: 'Withdraw' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Withdraw the proposal for Zoé Marchand' });
    await dialog.getByText('as after no answer').waitFor();
    expect(stage.server.api.calls('POST', `${base}/proposals/withdraw`)).toHaveLength(0);
    await dialog.getByRole('button', { name: 'Withdraw the proposal' }).click();
    await row.getByText('Withdrawn').waitFor();
    expect(stage.server.api.calls('POST', `${base}/proposals/withdraw`)).toHaveLength(1);
  });

  it('shows a search that somebody else started, after a reload too, and cancels it', async () => {
    asHr(stage.server.api, 'en');
    const studio = answerSearch(stage.server.api);
    stage.server.api.respond('POST', `${base}/jobs/job-d/cancel`, () => {
      studio.become('draft-2', { state: 'failed', reason: 'The work was cancelled.' });
      stage.server.api.answer('GET', `${base}/jobs/job-d`, draftJob({ state: 'cancelled', canCancel: false }));
      return { body: { done: true } };
    });
    const { page: window, tab } = await stage.open({ page });
    const bar = tab.getByRole('progressbar', { name: 'Search for pairs' });
    await bar.waitFor();
    await window.reload();
    await bar.waitFor();
    expect(await bar.getAttribute('aria-valuenow')).toBe('0.4');
    await tab.getByText('40% done').waitFor();
    await tab.getByRole('button', { name: 'Cancel the search' }).click();
    await tab.getByText('This draft did not succeed').waitFor();
    expect(await tab.getByRole('button', { name: 'Make a new draft' }).isEnabled()).toBe(true);
  });

  it('names the people HR keeps together or apart where a draft failed', async () => {
    asHr(stage.server.api, 'en');
    answerFailed(stage.server.api, 'en');
    const { tab } = await stage.open({ page });
    await tab.getByText('Zoé Marchand and Philippe de Montferrand', { exact: true }).waitFor();
    await tab.getByText('Yuki Tanaka and Brigitte Vogel', { exact: true }).waitFor();
    expect(await tab.getByText(/\b[js][01]\b/u).count()).toBe(0);
  });

  it('keeps a pair and keeps two people apart for the next run, and runs it with them', async () => {
    asHr(stage.server.api, 'en');
    stage.server.api.answer('POST', `${base}/drafts`, { draftId: 'draft-1', jobId: 'job-d' });
    const { tab } = await stage.open({ page });
    await tab.getByRole('button', { name: 'Keep: Zoé Marchand and Philippe de Montferrand' }).click();
    await rowOf(tab, 'Zoé Marchand').getByText('Kept', { exact: true }).waitFor();
    await tab.getByRole('button', { name: 'Keep apart: Yuki Tanaka and Brigitte Vogel' }).click();
    await tab.getByText('One more pair kept').waitFor();
    await tab.getByText('One pair not to be put together').waitFor();
    expect(await tab.getByRole('heading', { name: '5 pairs: the best choice overall' }).isVisible()).toBe(true);
    await tab.getByRole('button', { name: 'Run again with these choices' }).click();
    await until(() => stage.server.api.calls('POST', `${base}/drafts`).length === 1);
    expect(stage.server.api.calls('POST', `${base}/drafts`)[0]?.body).toEqual({
      seed: 1,
      policy: presetPolicy('blank'),
      locked: [['j0', 's0']],
      apart: [['j1', 's1']],
    });
  });

  it('keeps what two administrators choose at the same time', async () => {
    asHr(stage.server.api, 'en');
    const studio = answerStudio(stage.server.api);
    const { tab } = await stage.open({ page });
    await rowOf(tab, 'Zoé Marchand').waitFor();
    const { choices } = studio.held('draft-1').whole;
    studio.become('draft-1', { pending: { ...choices, locked: [['j2', 's2']] } });
    await tab.getByRole('button', { name: 'Keep: Zoé Marchand and Philippe de Montferrand' }).click();
    await tab.getByText('Their choices and yours are both kept.', { exact: false }).waitFor();
    expect(studio.held('draft-1').whole.pending?.locked).toEqual([
      ['j2', 's2'],
      ['j0', 's0'],
    ]);
    await rowOf(tab, 'Lukas Brandt').getByText('Kept', { exact: true }).waitFor();
  });

  it('shows what a swap by hand does before it is done, then does it, and undoes it', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page });
    await choose(tab, 'Zoé Marchand and Philippe de Montferrand');
    await choose(tab, 'Yuki Tanaka and Brigitte Vogel');
    const panel = tab.getByRole('region', { name: 'Change by hand' });
    await panel.getByText('Zoé Marchand would share with Brigitte Vogel.').waitFor();
    await panel.getByRole('button', { name: 'See the effect' }).click();
    await panel.getByText('412 → 387').waitFor();
    await panel.getByText('5, unchanged').waitFor();
    expect(changes()).toEqual([
      {
        apply: undefined,
        add: [
          ['j0', 's1'],
          ['j1', 's0'],
        ],
      },
    ]);
    await panel.getByRole('button', { name: 'Make this change' }).click();
    await tab.getByRole('heading', { name: '5 pairs: a good choice' }).waitFor();
    const row = rowOf(tab, 'Zoé Marchand');
    await row.getByText('Zoé Marchand shares with Brigitte Vogel').waitFor();
    await row.getByText('By hand', { exact: true }).waitFor();
    expect(changes().at(-1)).toMatchObject({ apply: true });
    await tab.getByRole('button', { name: 'Undo the last change by hand' }).click();
    await row.getByText('Zoé Marchand shares with Philippe de Montferrand').waitFor();
    expect(changes().at(-1)).toMatchObject({
      apply: true,
      add: [
        ['j0', 's0'],
        ['j1', 's1'],
      ],
    });
    await tab.getByRole('button', { name: 'Undo the last change by hand' }).waitFor({ state: 'detached' });

    function changes(): readonly unknown[] {
      return stage.server.api.calls('POST', `${base}/drafts/draft-1/changes`).map(({ body }) => {
        const { apply, add } = body as { apply?: boolean; add: unknown };
        return { apply: apply === true ? true : undefined, add };
      });
    }
  });

  it('puts what a ticked pair allows one stop of the keyboard away, and leads back to the pair', async () => {
    asHr(stage.server.api, 'en');
    const { page: window, tab } = await stage.open({ page });
    const box = tab.getByRole('checkbox', { name: /Zoé Marchand/u });
    const panel = tab.getByRole('region', { name: 'Change by hand' });
    await box.focus();
    await window.keyboard.press('Space');
    await panel.waitFor();
    await window.keyboard.press('Tab');
    await window.keyboard.press('Enter');
    await window.keyboard.press('Tab');
    await until(() => panel.evaluate((region) => region.contains(document.activeElement)));
    await panel.getByRole('button', { name: 'Clear the choice' }).press('Enter');
    await until(() => box.evaluate((one) => one === document.activeElement));
  });

  it('says which rule forbids a change by hand, and offers to take a pair apart', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page });
    await choose(tab, 'Zoé Marchand and Philippe de Montferrand');
    const panel = tab.getByRole('region', { name: 'Change by hand' });
    await panel.getByText('Zoé Marchand and Philippe de Montferrand would have no pair.').waitFor();
    await choose(tab, 'Akiko Mori');
    await panel.getByText('Zoé Marchand would share with Akiko Mori.').waitFor();
    await panel.getByRole('button', { name: 'See the effect' }).click();
    await panel.getByText('Zoé Marchand and Akiko Mori: They share no working language.').waitFor();
    expect(await panel.getByRole('button', { name: 'Make this change' }).count()).toBe(0);
  });

  it('gives somebody left over a place that a mentee has to spare, after showing everybody possible, the best first', async () => {
    asHr(stage.server.api, 'en');
    const studio = answerStudio(stage.server.api);
    studio.give('draft-1', { s1: 2 });
    const { tab } = await stage.open({ page });
    const spare = tab.getByRole('region', { name: 'One person in a pair has a place to spare' });
    await spare.getByText('Brigitte Vogel').waitFor();
    await choose(tab, 'Clara Vidal');
    const panel = tab.getByRole('region', { name: 'Change by hand' });
    await panel.getByRole('button', { name: 'Find a mentee for Clara Vidal' }).click();
    await panel.getByText('5 people are possible for Clara Vidal, in the order of their points.').waitFor();
    const first = panel.getByRole('listitem').first();
    await first.getByText('Clara Vidal would share with Brigitte Vogel.').waitFor();
    await first.getByText('One pair more, +70 points').waitFor();
    await first.getByRole('button', { name: 'See the effect' }).click();
    await first.getByText('Pairs: 5 → 6 (+1)').waitFor();
    await first.getByText('People without a pair: 2 → 1 (−1)').waitFor();
    expect(studio.held('draft-1').list.pairs).toHaveLength(5);
    await first.getByRole('button', { name: 'Make this change' }).click();
    await tab.getByRole('heading', { name: '6 pairs: a good choice' }).waitFor();
    await spare.waitFor({ state: 'detached' });
    expect(stage.server.api.calls('POST', `${base}/drafts/draft-1/changes`).at(-1)?.body).toEqual({
      revision: 2,
      apply: true,
      remove: [],
      add: [['j9', 's1']],
    });
  });

  it('moves a mentor to a mentee with a place to spare, and says what becomes of the aims', async () => {
    asHr(stage.server.api, 'en');
    const studio = answerStudio(stage.server.api, [olderDraft()]);
    studio.give('draft-0', { s3: 2 });
    const { tab } = await stage.open({ page });
    await choose(tab, 'Zoé Marchand and Brigitte Vogel');
    const panel = tab.getByRole('region', { name: 'Change by hand' });
    await panel.getByRole('button', { name: 'Another mentee for Zoé Marchand' }).click();
    // Until they are found, taking the pair apart is the only change, and it leaves her alone too.
    await panel.getByText('for Zoé Marchand, in the order of their points.').waitFor();
    const first = panel.getByRole('listitem').filter({ hasText: 'Brigitte Vogel would have no pair.' }).first();
    await first.getByRole('button', { name: 'See the effect' }).click();
    await first.getByText('4 → 3 (−1), at least 3 asked for. Met.').waitFor();
    await first.getByRole('button', { name: 'Make this change' }).click();
    const aims = tab.getByRole('region', { name: 'The aim after changes by hand' });
    await aims.getByText('3 pairs count; at least 3 were asked for.').waitFor();
    expect(studio.held('draft-0').list.unpaired.map(({ name }) => name)).toContain('Brigitte Vogel');
  });

  it('puts several people left over together at once', async () => {
    asHr(stage.server.api, 'en');
    const studio = answerStudio(stage.server.api);
    studio.give('draft-1', { s1: 2, s2: 3 });
    const { tab } = await stage.open({ page });
    for (const name of ['Clara Vidal', 'Brigitte Vogel', 'Akiko Mori']) await choose(tab, name);
    const panel = tab.getByRole('region', { name: 'Change by hand' });
    await panel.getByRole('button', { name: 'Find the best pairs among these 3 people' }).click();
    await panel.getByText('One pair is possible among them:').waitFor();
    await panel.getByRole('button', { name: 'See the effect' }).click();
    await panel.getByText('Pairs: 5 → 6 (+1)').waitFor();
  });

  it('tells when the draft changed under a change by hand, and keeps what was ticked', async () => {
    asHr(stage.server.api, 'en');
    const studio = answerStudio(stage.server.api);
    const { page: window, tab } = await stage.open({ page });
    await choose(tab, 'Zoé Marchand and Philippe de Montferrand');
    await choose(tab, 'Yuki Tanaka and Brigitte Vogel');
    studio.become('draft-1', {});
    const panel = tab.getByRole('region', { name: 'Change by hand' });
    await panel.getByRole('button', { name: 'See the effect' }).click();
    await panel.getByText('Someone changed this in the meantime.', { exact: false }).waitFor();
    // Refused until the page has read the draft again; then the button gives way to the effect.
    await until(async () => {
      const [reply] = await Promise.all([
        window.waitForResponse(/\/drafts\/draft-1\/changes$/u),
        panel.getByRole('button', { name: 'See the effect' }).click(),
      ]);
      return reply.ok();
    });
    await panel.getByText('412 → 387').waitFor();
  });

  it('weighs the parts by slider and by number, begins from a template, and saves for the next run', async () => {
    asHr(stage.server.api, 'en');
    const { page: window, tab } = await stage.open({ page: `${page}?view=weights` });
    const slider = tab.getByRole('slider', { name: 'Topics shared and sought' });
    await slider.focus();
    await window.keyboard.press('ArrowRight');
    await tab.getByText('A pair can reach 1,010 points.').waitFor();
    const field = tab.getByRole('spinbutton', { name: 'Working hours in common, as a number' });
    await field.fill('1200');
    await tab.getByText('From 0 to 1000, a whole number.').waitFor();
    await field.fill('150');
    await tab.getByRole('switch', { name: 'Lift the pair with the fewest points first' }).click();
    await tab.getByRole('button', { name: 'Keep for the next run' }).click();
    await tab.getByText('3 weights, rules or aims changed').waitFor();
    const saved = stage.server.api.calls('PUT', `${base}/drafts/draft-1/choices`).at(-1)?.body;
    expect(saved).toMatchObject({
      revision: 2,
      policy: { weights: { topics: 510, availability: 150 }, liftWorst: true },
    });
    await tab.getByLabel('Start from a template').selectOption('Strong hierarchy');
    const levels = tab.getByRole('spinbutton', { name: 'Levels apart, at least' });
    await until(async () => (await levels.inputValue()) === '2');
    await tab.getByRole('button', { name: 'Back to this draft’s weights' }).click();
    await until(async () => (await slider.inputValue()) === '500');
  });

  it('keeps weights that are being typed when somebody else saves theirs, and lets the reader decide', async () => {
    asHr(stage.server.api, 'en');
    const studio = answerStudio(stage.server.api);
    const { tab } = await stage.open({ page: `${page}?view=weights` });
    const field = tab.getByRole('spinbutton', { name: 'Different sites, as a number' });
    await field.fill('77');
    const { choices } = studio.held('draft-1').whole;
    studio.become('draft-1', { pending: { ...choices, policy: presetPolicy('sustainability') } });
    await tab.getByRole('button', { name: 'Keep for the next run' }).click();
    await tab.getByText('Other weights were saved in the meantime').waitFor();
    expect(await field.inputValue()).toBe('77');
    expect(studio.held('draft-1').whole.pending?.policy.weights.otherSite).toBe(50);
    await tab.getByRole('button', { name: 'Keep mine' }).click();
    await until(() => studio.held('draft-1').whole.pending?.policy.weights.otherSite === 77);
  });

  it('says which groups are rarely chosen, on each side', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: `${page}?view=coverage` });
    await tab.getByRole('heading', { name: 'Mentors: 3 of 12 have a partner (Lyon)' }).waitFor();
    await tab.getByRole('heading', { name: 'Mentees: each of these groups is fully placed' }).waitFor();
    await tab.getByLabel('Group by').selectOption('Country');
    await tab.getByRole('heading', { name: 'Mentors: 19 of 30 have a partner (France)' }).waitFor();
    await tab.getByRole('heading', { name: 'Mentees: no group of five people or more' }).waitFor();
  });

  it('puts another draft beside this one: figures, weights, and the pairs that differ', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: `${page}?view=compare` });
    await tab.getByLabel('Compare with').selectOption('draft-0');
    await tab.getByRole('heading', { name: '3 pairs in common, 2 mentors have another mentee' }).waitFor();
    await tab.getByRole('heading', { name: '3 weights, rules or aims differ' }).waitFor();
    const row = tab.getByRole('row').filter({ hasText: 'Zoé Marchand' });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([
      expect.stringContaining('Philippe de Montferrand (84 points)'),
      expect.stringContaining('Brigitte Vogel (76 points)'),
    ]);
  });

  it('changes an aim by slider, adds another and takes one away, and tells what each cost', async () => {
    asHr(stage.server.api, 'en');
    const { page: window, tab } = await stage.open({ page: `${page}?draft=draft-0&view=weights` });
    await tab.getByRole('heading', { name: 'The aim for the whole programme is met' }).waitFor();
    const first = tab.getByRole('group', { name: 'Aim 1: pairs across groups' });
    await first.getByText('This aim costs 3.9% of the fit (16 points).').waitFor();
    await tab.getByText('Inès Benali and Philippe de Montferrand: They are in the same reporting line.').waitFor();
    await first.getByRole('slider', { name: 'Share of the pairs, in %' }).focus();
    await window.keyboard.press('ArrowRight');
    await first.getByText('This draft had another number.').waitFor();
    await tab.getByRole('button', { name: 'Add: a limit for one department' }).click();
    const second = tab.getByRole('group', { name: 'Aim 2: a limit for one department' });
    const known = second.locator('datalist option');
    await known.nth(1).waitFor({ state: 'attached' });
    expect(await known.evaluateAll((options) => options.map((option) => option.getAttribute('value')))).toEqual([
      'Recherche et développement',
      'Finance',
    ]);
    await until(() => second.getByLabel('Whose department').evaluate((it) => it === document.activeElement));
    const keep = tab.getByRole('button', { name: 'Keep for the next run' });
    await tab.getByText('An aim is not complete yet').waitFor();
    expect(await keep.isDisabled()).toBe(true);
    await second.getByLabel('Department', { exact: true }).fill('Finance');
    await keep.click();
    expect(await saved('draft-0', 1)).toMatchObject({
      policy: {
        aims: [
          { kind: 'across', by: 'site', percent: 61 },
          { kind: 'at-most', side: 'mentor', department: 'Finance', pairs: 10 },
        ],
      },
    });
    await tab.getByText('2 weights, rules or aims changed').waitFor();
    await tab.getByRole('button', { name: 'Remove. Aim 1: pairs across groups' }).click();
    await until(() =>
      tab.getByRole('button', { name: 'Add: pairs across groups' }).evaluate((it) => it === document.activeElement),
    );
    await keep.click();
    expect(await saved('draft-0', 2)).toMatchObject({ policy: { aims: [{ kind: 'at-most', department: 'Finance' }] } });
  });

  it('takes four aims at most, and none about the same as another', async () => {
    asHr(stage.server.api, 'en');
    const { tab } = await stage.open({ page: `${page}?view=weights` });
    const across = tab.getByRole('button', { name: 'Add: pairs across groups' });
    for (let count = 0; count < 3; count++) await across.click();
    await until(() => across.isDisabled());
    const department = tab.getByRole('button', { name: 'Add: a limit for one department' });
    await department.click();
    await until(() => department.isDisabled());
    const sites = tab.getByRole('group', { name: 'Aim 2' }).getByLabel('Across', { exact: true });
    expect(await sites.inputValue()).toBe('site');
    expect(await sites.locator('option:disabled').allInnerTexts()).toEqual(['Functions', 'Countries']);
  });

  it('says which aims fight, and settles for what can be reached', async () => {
    asHr(stage.server.api, 'en');
    answerStudio(stage.server.api, [fightingDraft()]);
    const { tab } = await stage.open({ page });
    const aims = tab.getByRole('region', { name: 'One of 3 aims for the whole programme can be met' });
    await aims.getByText('These two cannot both be met with as many pairs:').waitFor();
    await aims.getByText('All aims together cost 3.9% of the fit (16 points).').waitFor();
    await aims.getByText('3 pairs count; at least 4 were asked for. This aim costs 2.7% of the fit').waitFor();
    const settle = aims.getByRole('button', { name: 'Settle for this: At least 60% of the pairs across different' });
    await settle.click();
    expect(await saved('draft-1', 1)).toMatchObject({ policy: { aims: [{ percent: 60 }, { pairs: 1 }, {}] } });
    await aims.getByText('At the next run: At least 60% of the pairs across different sites.').waitFor();
    await settle.waitFor({ state: 'detached' });
  });

  it('asks for mixed pairs only where the programme asks people, each attribute once, and says what played no part', async () => {
    asHr(stage.server.api, 'en');
    const weights = `${page}?view=weights`;
    const without = await stage.open({ page: weights });
    await without.tab.getByRole('button', { name: 'Add: pairs across groups' }).waitFor();
    expect(await without.tab.getByRole('button', { name: 'Add: mixed pairs' }).count()).toBe(0);
    await stage.clear();

    asHr(stage.server.api, 'en');
    answerStudio(stage.server.api, [mixedDraft()]);
    const { tab } = await stage.open({ page: weights });
    const told = tab.getByRole('region', { name: 'One of 2 aims for the whole programme can be met' });
    await told
      .getByText('About 2.4 mixed pairs are to be expected; at least 2 were asked for. This aim costs 1.9% of the fit')
      .waitFor();
    await told.getByText('Too few answers for this aim').waitFor();
    expect(await tab.getByRole('button', { name: 'Add: mixed pairs' }).isDisabled()).toBe(true);
    await tab.getByRole('button', { name: 'Remove. Aim 2: mixed pairs' }).click();
    await tab.getByRole('button', { name: 'Add: mixed pairs' }).click();
    const added = tab.getByRole('group', { name: 'Aim 2: mixed pairs' });
    expect(await added.getByLabel('Mixed in').inputValue()).toBe('ageBand');
    expect(await added.getByLabel('Mixed in').locator('option:disabled').allInnerTexts()).toEqual(['Gender']);
    await added.getByRole('spinbutton').fill('30');
    await tab.getByRole('button', { name: 'Keep for the next run' }).click();
    expect(await saved('draft-1', 1)).toMatchObject({
      policy: {
        aims: [
          { kind: 'mixed', by: 'gender', percent: 40 },
          { kind: 'mixed', by: 'ageBand', percent: 30 },
        ],
      },
    });
  });

  it('finds, filters and sorts among the pairs of two thousand people, of whom one page is drawn', async () => {
    asHr(stage.server.api, 'en');
    answerStudio(stage.server.api, [largeDraft(1_000)]);
    const { tab } = await stage.open({ page });
    await tab.getByRole('heading', { name: '1,000 pairs and their reasons' }).waitFor();
    await tab.getByLabel('Search for a name').pressSequentially('junior 07');
    await tab.getByRole('heading', { name: '100 pairs and their reasons' }).waitFor();
    await tab.getByLabel('Sort by').selectOption('Points, most first');
    await tab.getByLabel('Search for a name').fill('');
    await tab.getByRole('button', { name: 'Next page' }).first().click();
    await tab.getByText('Page 2 of 25').waitFor();
    const rows = tab.getByRole('checkbox', { name: /^Choose for a change by hand: Junior/u });
    expect(await rows.count()).toBe(40);
    await rows.first().check();
    await tab.getByRole('region', { name: 'Change by hand' }).waitFor();
  });
});

function rowOf(tab: FrameLocator, mentor: string): ReturnType<FrameLocator['getByRole']> {
  return tab
    .getByRole('listitem')
    .filter({ has: tab.locator('summary'), hasText: `${mentor} shares with` })
    .first();
}

/** What was saved with the so many-th save of a draft’s choices. */
async function saved(draftId: string, turn: number): Promise<unknown> {
  const calls = (): readonly { readonly body: unknown }[] =>
    stage.server.api.calls('PUT', `${base}/drafts/${draftId}/choices`);
  await until(() => calls().length === turn);
  return calls()[turn - 1]?.body;
}

async function choose(tab: FrameLocator, who: string): Promise<void> {
  await tab.getByRole('checkbox', { name: `Choose for a change by hand: ${who}` }).check();
}
