import type { FrameLocator, Page } from 'playwright-core';
import { presetPolicy } from '../../src/pairing/policy';
import * as fixtures from './stage/fixtures';
import { openStage, type Stage } from './stage/open-stage';
import { asHr } from './stage/scenes';
import { answerSearch, answerStudio, draftJob, largeDraft } from './stage/studio';

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

  it('shows what a swap by hand does before it is done, then does it', async () => {
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

    function changes(): readonly unknown[] {
      return stage.server.api.calls('POST', `${base}/drafts/draft-1/changes`).map(({ body }) => {
        const { apply, add } = body as { apply?: boolean; add: unknown };
        return { apply: apply === true ? true : undefined, add };
      });
    }
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

  it('tells when the draft changed under a change by hand, and keeps what was ticked', async () => {
    asHr(stage.server.api, 'en');
    const studio = answerStudio(stage.server.api);
    const { tab } = await stage.open({ page });
    await choose(tab, 'Zoé Marchand and Philippe de Montferrand');
    await choose(tab, 'Yuki Tanaka and Brigitte Vogel');
    studio.become('draft-1', {});
    const panel = tab.getByRole('region', { name: 'Change by hand' });
    await panel.getByRole('button', { name: 'See the effect' }).click();
    await panel.getByText('Someone changed this in the meantime.', { exact: false }).waitFor();
    await until(async () => {
      await panel.getByRole('button', { name: 'See the effect' }).click();
      return panel.getByText('412 → 387').isVisible();
    });
  });

  it('weighs the parts by slider and by number, begins from a template, and saves for the next run', async () => {
    asHr(stage.server.api, 'en');
    const { page: window, tab } = await stage.open({ page: `${page}?view=weights` });
    const slider = tab.getByRole('slider', { name: 'Subjects shared and sought' });
    await slider.focus();
    await window.keyboard.press('ArrowRight');
    await tab.getByText('A pair can reach 1,010 points.').waitFor();
    const field = tab.getByRole('spinbutton', { name: 'Working hours in common, as a number' });
    await field.fill('1200');
    await tab.getByText('From 0 to 1000, a whole number.').waitFor();
    await field.fill('150');
    await tab.getByRole('switch', { name: 'Lift the pair with the fewest points first' }).click();
    await tab.getByRole('button', { name: 'Keep for the next run' }).click();
    await tab.getByText('3 weights or rules changed').waitFor();
    const saved = stage.server.api.calls('PUT', `${base}/drafts/draft-1/choices`).at(-1)?.body;
    expect(saved).toMatchObject({
      revision: 2,
      policy: { weights: { topics: 510, availability: 150 }, liftWorst: true },
    });
    await tab.getByLabel('Start from a template').selectOption('Strong hierarchy');
    expect(await tab.getByRole('spinbutton', { name: 'Levels apart, at least' }).inputValue()).toBe('2');
    await tab.getByRole('button', { name: 'Back to this draft’s weights' }).click();
    expect(await slider.inputValue()).toBe('500');
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
    await tab.getByRole('heading', { name: '3 weights or rules differ' }).waitFor();
    const row = tab.getByRole('row').filter({ hasText: 'Zoé Marchand' });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([
      expect.stringContaining('Philippe de Montferrand (84 points)'),
      expect.stringContaining('Brigitte Vogel (76 points)'),
    ]);
  });

  it('takes an aim by slider for the next run, and tells what one cost', async () => {
    asHr(stage.server.api, 'en');
    const { page: window, tab } = await stage.open({ page: `${page}?draft=draft-0&view=weights` });
    await tab.getByRole('heading', { name: 'The aim for the whole programme is met' }).waitFor();
    await tab.getByText('This aim costs 16 points, 3.9% of the total.').waitFor();
    await tab.getByText('Inès Benali and Philippe de Montferrand: They are in the same reporting line.').waitFor();
    await tab.getByRole('slider', { name: 'Share of the pairs, in %' }).focus();
    await window.keyboard.press('ArrowRight');
    await tab.getByRole('button', { name: 'Keep for the next run' }).click();
    await until(() => stage.server.api.calls('PUT', `${base}/drafts/draft-0/choices`).length === 1);
    expect(stage.server.api.calls('PUT', `${base}/drafts/draft-0/choices`)[0]?.body).toMatchObject({
      policy: { aims: [{ kind: 'across', by: 'site', percent: 61 }] },
    });
    await tab.getByLabel('Aim', { exact: true }).selectOption('A limit for one department');
    await tab.getByLabel('Department', { exact: true }).fill('Finance');
    await tab.getByRole('button', { name: 'Keep for the next run' }).click();
    await until(() => stage.server.api.calls('PUT', `${base}/drafts/draft-0/choices`).length === 2);
    expect(stage.server.api.calls('PUT', `${base}/drafts/draft-0/choices`)[1]?.body).toMatchObject({
      policy: { aims: [{ kind: 'at-most', side: 'mentor', department: 'Finance', pairs: 10 }] },
    });
  });

  it('finds, filters and sorts among a thousand pairs without a pause', async () => {
    asHr(stage.server.api, 'en');
    answerStudio(stage.server.api, [largeDraft(1_000)]);
    const { page: window, tab } = await stage.open({ page });
    await tab.getByRole('heading', { name: '1,000 pairs and their reasons' }).waitFor();
    await watchPauses(tab);
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
    const pauses = await pausesSeen(tab);
    process.stdout.write(`1,000 pairs: ${pauses.length} pauses over 200 ms${pauses.map((ms) => ` ${ms} ms`).join()}\n`);
    await window.close();
  });
});

function rowOf(tab: FrameLocator, mentor: string): ReturnType<FrameLocator['getByRole']> {
  return tab
    .getByRole('listitem')
    .filter({ has: tab.locator('summary'), hasText: `${mentor} shares with` })
    .first();
}

async function choose(tab: FrameLocator, who: string): Promise<void> {
  await tab.getByRole('checkbox', { name: `Choose for a change by hand: ${who}` }).check();
}

async function watchPauses(tab: FrameLocator): Promise<void> {
  await tab.locator('html').evaluate(() => {
    const seen: number[] = [];
    (window as unknown as { pauses: number[] }).pauses = seen;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) if (duration > 200) seen.push(Math.round(duration));
    }).observe({ type: 'longtask' });
  });
}

async function pausesSeen(tab: FrameLocator): Promise<readonly number[]> {
  return tab.locator('html').evaluate(() => (window as unknown as { pauses: number[] }).pauses);
}

/** Waits for something outside the page; playwright's own waiting covers the page. */
async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  const window = (): Page | undefined => stage.context().pages()[0];
  for (let turn = 0; turn < 200; turn++) {
    if (await done()) return;
    await window()?.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  throw new Error('It did not happen.');
}
