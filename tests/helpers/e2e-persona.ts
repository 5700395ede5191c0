import type { BrowserContext, Download, FrameLocator, Locator, Page } from 'playwright-core';
import { barriersIn } from './barriers';
import type { Browser } from './browser';
import type { E2eStage } from './e2e-stage';
import type { Words } from './e2e-words';

/** How long a person would wait at most; the machine may be busy. */
const patience = 30_000;

export interface DownloadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The bytes read as UTF-8. */
  readonly content: string;
}

/** Local Teams in a browser, used as a person uses it: by what is written on it. */
export class LocalTeamsPage {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly words: Words,
  ) {}

  static async open(browser: Browser, stage: E2eStage, words: Words): Promise<LocalTeamsPage> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: words.language === 'fr' ? 'fr-FR' : 'en-GB',
      timezoneId: 'Europe/Paris',
      acceptDownloads: true,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    await page.goto(stage.teams.baseUrl);
    return new LocalTeamsPage(context, page, words);
  }

  /** Becomes somebody and looks at their chat, channel or tab. */
  async as(directoryId: string, view: 'chat' | 'channel' | 'tab'): Promise<Locator> {
    await this.page.getByTestId(`persona-${directoryId}`).click();
    const pane = this.page.getByTestId(`pane-${directoryId}`);
    await pane.getByRole('tab', { name: view === 'tab' ? 'Passerelle' : this.words.page(view), exact: true }).click();
    return pane;
  }

  /** Somebody’s tab, at the page that their roles lead to. */
  async tabOf(directoryId: string): Promise<FrameLocator> {
    await this.as(directoryId, 'tab');
    return this.tab;
  }

  get tab(): FrameLocator {
    return this.page.frameLocator('[data-testid=tab-frame]');
  }

  /** The newest message whose card has this heading, once it is there. */
  async card(title: string): Promise<Locator> {
    const card = this.page
      .getByTestId('message')
      .filter({ has: this.page.getByRole('heading', { name: title, exact: true }) })
      .last();
    await card.waitFor();
    return card;
  }

  /** Follows a press that opens a file or a window, and returns what was downloaded. */
  async download(press: () => Promise<void>): Promise<DownloadedFile> {
    const started = new Promise<Download>((resolve) => {
      const listen = (page: Page): void => void page.once('download', resolve);
      listen(this.page);
      this.context.on('page', listen);
    });
    await press();
    const download = await started;
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
    const bytes = Buffer.concat(chunks);
    return { name: download.suggestedFilename(), bytes, content: bytes.toString('utf8') };
  }

  /** Gives a file to the button that asks for one. */
  async giveFile(
    button: Locator,
    file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
  ): Promise<void> {
    const asked = this.page.waitForEvent('filechooser');
    await button.click();
    await (await asked).setFiles({ ...file });
  }

  /** Moves programme time on with the clock at the top, and waits until the server has done what fell due. */
  async moveClock(step: 'next-due' | 'day' | 'month'): Promise<void> {
    const before = await this.page.getByTestId('clock-now').innerText();
    await this.page.getByRole('button', { name: this.words.page('clock') }).click();
    await this.page.getByTestId(`clock-${step}`).click();
    // A short move may be over before anybody saw it begin: the clock tells that it happened.
    await this.page.getByTestId('clock-now').filter({ hasNotText: before }).waitFor({ timeout: 120_000 });
    await this.page.getByText(this.words.page('moving')).waitFor({ state: 'detached', timeout: 120_000 });
    await this.page.keyboard.press('Escape');
  }

  /** What axe holds against the page and the tab in it: WCAG 2.2 A and AA. */
  async violations(): Promise<readonly string[]> {
    return (await Promise.all(this.page.frames().map((frame) => barriersIn(frame)))).flat();
  }
}
