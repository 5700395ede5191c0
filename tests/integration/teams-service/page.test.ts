import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { startTeamsService } from '../../../bot/local/teams-service/start-teams-service';
import type { TeamsService } from '../../../bot/local/teams-service/teams-service';
import { launchBrowser, type Browser, type Page } from '../../helpers/browser';
import { sharedAddress } from '../../helpers/shared';
import { startPlainBot, type PlainBot } from './plain-bot';
import { BOT, cardMessage, HENRI, NADIA, tenantOptions, ZOE } from './tenant';

const root = resolve(__dirname, '../../..');
const sdk = resolve(root, 'node_modules/@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js');

let pageDirectory: string;
let browser: Browser;
let tab: Server;
let service: TeamsService;
let bot: PlainBot;
let page: Page;

const proposal = cardMessage({
  body: [{ type: 'TextBlock', text: 'Un binôme **pour vous**', wrap: true }],
  actions: [
    {
      type: 'Action.Execute',
      title: 'J’accepte',
      verb: 'proposal/accept',
      data: { id: 'p1' },
      fallback: { type: 'Action.Submit', title: 'J’accepte', data: { verb: 'proposal/accept', id: 'p1' } },
    },
    {
      type: 'Action.ShowCard',
      title: 'Décliner',
      card: {
        type: 'AdaptiveCard',
        body: [
          { type: 'Input.Text', id: 'reason', label: 'Raison', isRequired: true, errorMessage: 'Dites pourquoi.' },
        ],
        actions: [{ type: 'Action.Execute', title: 'Transmettre', verb: 'proposal/decline', data: { id: 'p1' } }],
      },
    },
    { type: 'Action.Submit', title: 'Mon profil', data: { msteams: { type: 'task/fetch' }, id: 'p1' } },
  ],
});
const accepted = {
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'C’est accepté' }] },
};
const form = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'Input.Text', id: 'goal', label: 'Objectif', isRequired: true, errorMessage: 'Il manque l’objectif.' },
  ],
  actions: [{ type: 'Action.Submit', title: 'Enregistrer', data: { step: 'save' } }],
};

/** A tab that says what the host tells the real teams-js. */
const tabPage = `<!doctype html><body><ul id="said"></ul><script src="/sdk.js"></script><script>
  const say = (words) => { const item = document.createElement('li'); item.textContent = words; document.getElementById('said').append(item); };
  const { app, authentication } = microsoftTeams;
  (async () => {
    await app.initialize([new URL(document.referrer).origin]);
    const context = await app.getContext();
    say(context.user.id + ' ' + context.app.locale + ' ' + context.app.theme);
    app.registerOnThemeChangeHandler((theme) => say('theme ' + theme));
    say(JSON.parse(atob((await authentication.getAuthToken()).split('.')[1].replace(/-/g, '+').replace(/_/g, '/'))).oid);
    app.notifySuccess();
  })().catch((error) => say('failed: ' + error));
</script>`;

beforeAll(async () => {
  pageDirectory = join(await sharedAddress('build'), 'teams-page');
  browser = await launchBrowser();
  tab = createServer((request, response) => {
    const script = request.url === '/sdk.js';
    response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html' });
    response.end(script ? readFileSync(sdk) : tabPage);
  });
  await new Promise<void>((done) => tab.listen(0, '127.0.0.1', done));
});

afterAll(async () => {
  await browser.close();
  await new Promise((done) => tab.close(done));
});

beforeEach(async () => {
  const tabUrl = `http://127.0.0.1:${String((tab.address() as AddressInfo).port)}/tab`;
  service = await startTeamsService(tenantOptions({ pageDirectory, tabUrl }));
  bot = await startPlainBot(service, BOT);
  page = await browser.newPage();
});

afterEach(async () => {
  await page.close();
  await bot.close();
  await service.close();
});

const open = async (directoryId: string, more = ''): Promise<void> => {
  await page.goto(`${service.baseUrl}/#persona=${directoryId}${more}`);
  await page.getByTestId(`pane-${directoryId}`).waitFor();
};
const sendCard = (directoryId: string) =>
  bot.call('POST', `conversations/${encodeURIComponent(service.conversationId(directoryId))}/activities`, proposal);

test('a card arrives by itself; what is missing is asked for; the answer takes its place', async () => {
  await open(ZOE);
  await sendCard(ZOE);
  await page.getByRole('button', { name: 'Décliner' }).click();
  await page.getByRole('button', { name: 'Transmettre' }).click();
  await page.getByText('Dites pourquoi.').waitFor();
  expect(bot.heard).toHaveLength(0);
  bot.answer = () => ({ status: 200, body: accepted });
  await page.getByRole('button', { name: 'J’accepte' }).click();
  await page.getByText('C’est accepté').waitFor();
  expect(bot.heard[0]?.activity.value).toMatchObject({ action: { verb: 'proposal/accept', data: { id: 'p1' } } });
});

test('an old phone presses the fallback', async () => {
  service.setCardMode(ZOE, '1.2');
  await sendCard(ZOE);
  await open(ZOE);
  const pressed = page.waitForResponse((response) => response.url().endsWith('/control/press'));
  await page.getByRole('button', { name: 'J’accepte' }).click();
  await pressed;
  expect(bot.heard[0]?.activity).toMatchObject({ type: 'message', value: { verb: 'proposal/accept', id: 'p1' } });
});

test('a dialog opens, is filled in, and ends with the bot’s last word', async () => {
  await sendCard(ZOE);
  await open(ZOE);
  bot.answer = ({ name }) =>
    name === 'task/fetch'
      ? {
          status: 200,
          body: {
            task: {
              type: 'continue',
              value: {
                title: 'Profil',
                card: { contentType: 'application/vnd.microsoft.card.adaptive', content: form },
              },
            },
          },
        }
      : { status: 200, body: { task: { type: 'message', value: 'Profil enregistré' } } };
  await page.getByRole('button', { name: 'Mon profil' }).click();
  const dialog = page.getByRole('dialog', { name: 'Profil' });
  await dialog.getByLabel('Objectif').fill('L’IA');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.getByText('Profil enregistré').waitFor();
  expect(bot.heard[1]?.activity).toMatchObject({
    name: 'task/submit',
    value: { data: { step: 'save', goal: 'L’IA' } },
  });
});

test('the page speaks the person’s language, and counts what others have not seen', async () => {
  await open(HENRI);
  await page.getByPlaceholder('Write to Passerelle').waitFor();
  await sendCard(ZOE);
  await page.getByLabel('1 new messages').waitFor();
  await page.getByTestId(`persona-${ZOE}`).click();
  await page.getByPlaceholder('Écrire à Passerelle').waitFor();
  expect(await page.getByLabel('nouveaux messages').count()).toBe(0);
});

test('the real teams-js in the tab learns who, which language and theme, and gets that person’s token', async () => {
  await open(ZOE, '&view=tab');
  const frame = page.frameLocator('[data-testid=tab-frame]');
  await frame.getByText(`${ZOE} fr-fr default`).waitFor();
  await frame.getByText(ZOE, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Affichage' }).click();
  await page.getByRole('menuitemradio', { name: 'Sombre' }).click();
  await frame.getByText('theme dark').waitFor();
});

test('nothing is wider than a phone, whatever is shown', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await sendCard(ZOE);
  for (const view of ['', '&view=channel', '&view=tab']) {
    for (const person of [ZOE, HENRI, NADIA]) {
      await open(person, view);
      const widest = await page.evaluate(() =>
        Math.max(...[...document.querySelectorAll('main *')].map((element) => element.getBoundingClientRect().right)),
      );
      expect(widest).toBeLessThanOrEqual(360);
    }
  }
});
