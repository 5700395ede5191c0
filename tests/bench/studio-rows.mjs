/* HR's pairing page with a real draft of many people, in a real browser: the longest time its thread is not free, against a pause that is noticed. */
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../scripts/ensure-installed.mjs';
import { benchPeople } from './bench-people.mjs';
import { openBenchStage } from './bench-stage.mjs';
import { compared, median } from './compare.mjs';
import { product } from './product.mjs';

/** Milliseconds: longer tasks than this are felt as a pause (the issue of the studio names the figure). */
const felt = 200;
const programmeId = 'bench-studio';

export async function studioRows({ rounds, quick, say }) {
  const perSide = quick ? 30 : 1000;
  const stage = await openBenchStage({ open: false });
  let browser;
  try {
    await seedPeople(stage, perSide);
    const pairs = await makeDraft(stage);
    browser = await chromium.launch({ executablePath: ensureBrowser({ say, quiet: true }), args: ['--no-sandbox'] });
    const longest = [];
    for (let round = -1; round < rounds; round++) {
      const pause = await longestPause(browser, stage);
      if (round >= 0) longest.push(pause);
    }
    return [
      compared(
        `longest pause of the studio with ${String(2 * perSide)} people, ${String(pairs)} pairs: opened, searched, filtered, sorted, chosen, a pair’s reasons read`,
        {
          ours: median(longest),
          otherCost: felt,
          other: 'a pause that is felt',
          unit: 'ms',
          limit: 1,
        },
      ),
    ];
  } finally {
    await browser?.close();
    await stage.close();
  }
}

/** Everybody said yes already, in a programme like the sample’s. */
async function seedPeople({ ports: open, sample, moment }, perSide) {
  const { emptyBoard } = product('src/domain/board');
  const { catalogueTopics } = product('src/catalogues/topics');
  const { ports } = await open();
  const { value: like } = await ports.programmes.get(sample.plan.id, 'programme', 'programme');
  const people = benchPeople(perSide, catalogueTopics());
  const counts = { 'participants.enrolled': people.length };
  const plan = { ...like.plan, id: programmeId };
  const rows = [
    { op: 'insert', kind: 'programme', key: 'programme', value: { ...like, id: programmeId, plan, state: 'running' } },
    { op: 'insert', kind: 'board', key: 'head', value: { ...emptyBoard(moment), counts } },
    ...people.map((profile) => ({
      op: 'insert',
      kind: 'participant',
      key: profile.id,
      value: {
        id: profile.id,
        profile,
        state: 'enrolled',
        reach: 'reachable',
        importHash: 'bench',
        enrolledAt: moment,
        revision: 1,
      },
    })),
  ];
  for (let from = 0; from < rows.length; from += 50) {
    const committed = await ports.programmes.commit(programmeId, rows.slice(from, from + 50));
    if (!committed.ok) throw new Error(`The people could not be written: ${committed.reason}`);
  }
}

async function makeDraft(stage) {
  const path = `/programmes/${programmeId}`;
  const { jobId } = JSON.parse(await stage.api('POST', `${path}/drafts`, { seed: 1 }));
  await stage.settle();
  const { state } = JSON.parse(await stage.api('GET', `${path}/jobs/${jobId}`));
  if (state !== 'done') throw new Error(`The draft is ${state}, though the server is at rest`);
  return JSON.parse(await stage.api('GET', `${path}/drafts/latest`)).pairCount;
}

/** Milliseconds of the longest task from the page’s first byte on. */
async function longestPause(browser, { teams, sample }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, timezoneId: 'Europe/Paris' });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.pauses = [0];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.pauses.push(duration);
      }).observe({ type: 'longtask', buffered: true });
    });
    const persona = sample.administratorId;
    const subPage = `/programmes/${programmeId}/pairing`;
    await page.goto(`${teams.baseUrl}/#${new URLSearchParams({ persona, view: 'tab', subPage })}`);
    const tab = page.frameLocator('[data-testid=tab-frame]');
    const rows = tab.getByRole('listitem').filter({ has: tab.locator('summary') });
    const search = tab.getByRole('searchbox').first();
    await rows.first().waitFor();
    await search.pressSequentially('person 1');
    await rows.first().waitFor();
    await search.fill('');
    for (const order of [3, 1, 0]) await tab.getByLabel(/^(Sort by|Trier par)$/u).selectOption({ index: order });
    await rows.first().getByRole('checkbox').check();
    await rows.nth(1).locator('summary').click();
    await rows.nth(1).getByRole('listitem').first().waitFor();
    await tab
      .locator('html')
      .evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    return await tab.locator('html').evaluate(() => Math.max(...window.pauses));
  } finally {
    await context.close();
  }
}
