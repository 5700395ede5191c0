import type { FrameLocator } from 'playwright-core';
import { charterWords } from '../../../src/charter/charter-words';
import type { MyComment } from '../../../src/own-page/comments-contract';
import { myComments, toldComments, warnedView, writeComment } from './comments';
import type { FakeApi } from './fake-api';
import * as fixtures from './fixtures';
import {
  charterStep,
  assistantPage,
  invitationStep,
  metStep,
  myPage,
  pageBeforeEnrolment,
  proposalStep,
  slotsStep,
  surveyStep,
} from './own-page';
import { myPlan } from './pair-plan';
import { fightingDraft, mixedDraft } from './drafts';
import { answerRenewals, pageAfterPair } from './renewal';
import { dropCuts } from '../../../src/insight/drop-cuts';
import { movesOfSponsor, someMoves } from '../../helpers/factories/moves';
import { somePilot } from '../../helpers/factories/pilot';
import { progressOfSponsor, someProgress, someSteering } from '../../helpers/factories/progress';
import { expectedResults, resultsWithOwn } from '../../helpers/factories/results';
import { closedPoll, openPoll, pollToOpen } from './needs-poll';
import { storedQuestions } from './questions';
import { answerFailed, answerSearch, answerStudio } from './studio';

const base = `/programmes/${fixtures.programmeId}`;
export type Language = 'fr' | 'en';

export interface Scene {
  readonly name: string;
  readonly page: string;
  readonly set: (api: FakeApi, language: Language) => void;
  /** What the reader does before the page is looked at. */
  readonly act?: (tab: FrameLocator) => Promise<void>;
}

/** HR of a running programme with everything there. */
export function asHr(api: FakeApi, language: Language): void {
  api.answer('GET', '/me', fixtures.me());
  api.respond('GET', base, () => ({ body: fixtures.overview(), etag: '"7"' }));
  api.respond('GET', `${base}/board`, ({ headers }) =>
    headers['if-none-match'] === '"31"' ? { status: 304, etag: '"31"' } : { body: fixtures.board(), etag: '"31"' },
  );
  api.answer('GET', `${base}/people`, fixtures.people(language));
  answerStudio(api);
  api.answer('GET', `${base}/messages`, fixtures.messages(language));
  api.answer('GET', `${base}/messages/totals`, fixtures.messageTotals(language));
  api.answer('GET', `${base}/messages/days`, fixtures.messageDays(language));
  api.answer('GET', `${base}/messages/unreached`, fixtures.unreached(language));
  api.answer('GET', `${base}/results`, resultsWithOwn());
  api.answer('GET', `${base}/comments`, toldComments(language));
  api.answer('GET', `${base}/progress`, someProgress());
  api.answer('GET', `${base}/pilot`, somePilot(language));
  api.answer('GET', `${base}/moves`, someMoves());
  api.answer('GET', `${base}/steering`, someSteering(language));
  api.answer('GET', `${base}/jobs`, { jobs: fixtures.jobs() });
  api.answer('POST', `${base}/people/check`, fixtures.peopleCheck());
}

export function asJunior(api: FakeApi, page = myPage(), comments: readonly MyComment[] = []): void {
  api.answer('GET', '/me', fixtures.me({ name: 'Zoé Marchand', programmes: [fixtures.myEntry(['participant'])] }));
  api.answer('GET', `${base}/me`, page);
  api.answer('GET', `${base}/me/comments`, { fewest: 10, comments });
  api.answer('GET', `${base}/me/pairs/pair-1/plan`, myPlan());
}

export function asSponsor(api: FakeApi, page = fixtures.sponsorPage(), language: Language = 'en'): void {
  api.answer('GET', '/me', fixtures.me({ name: 'Éléonore Castel', programmes: [fixtures.myEntry(['sponsor'])] }));
  api.answer('GET', `${base}/sponsor`, page);
  api.answer('GET', `${base}/results`, dropCuts(resultsWithOwn()));
  api.answer('GET', `${base}/progress`, progressOfSponsor());
  api.answer('GET', `${base}/pilot`, somePilot(language, { progress: progressOfSponsor() }));
  api.answer('GET', `${base}/moves`, movesOfSponsor());
}

/** Before the first pair. */
const nothingYet = () =>
  someProgress({
    enrolled: 0,
    paired: 0,
    hours: { held: 0, planned: 0 },
    months: [],
    topics: [],
    ways: [],
    across: {},
    over: undefined,
    rounds: [],
  });

/** Hands a people file to the import page and waits for what it says about its columns. */
export async function chooseFile(tab: FrameLocator, name = 'personnes.csv', text = 'a;b\n1;2\n'): Promise<void> {
  await tab.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await tab.locator('summary').waitFor();
}

/** Keeps one pair, keeps the next apart, and looks at the effect of a swap. */
export async function choosePairs(tab: FrameLocator): Promise<void> {
  const rows = tab.getByRole('listitem').filter({ has: tab.locator('summary') });
  await rows.nth(0).getByRole('button').first().click();
  await tab.locator('.fui-Button[aria-label]').nth(3).click();
  await rows.nth(1).getByRole('checkbox').check();
  await rows.nth(2).getByRole('checkbox').check();
  await tab.getByRole('region').last().getByRole('button').first().click();
  await tab.getByRole('region').last().getByRole('status').waitFor();
  await rows.nth(0).locator('summary').click();
}

/** Looks for a partner for somebody left over, and at the effect of the best one. */
export async function findPartner(tab: FrameLocator): Promise<void> {
  await tab.getByRole('checkbox', { name: /Clara Vidal/u }).check();
  const panel = tab.getByRole('region').last();
  await panel.getByRole('button', { name: /Clara Vidal/u }).click();
  const first = panel.getByRole('listitem').first();
  await first.getByRole('button').first().click();
  await first.getByRole('status').waitFor();
}

export async function compareDrafts(tab: FrameLocator): Promise<void> {
  await tab.getByRole('combobox').last().selectOption('draft-0');
  await tab.getByRole('table').nth(2).waitFor();
}

/** Every page in every state that has words of its own. */
export const scenes: readonly Scene[] = [
  { name: 'overview', page: base, set: asHr },
  {
    name: 'overview-setup',
    page: base,
    set: (api, language) => {
      asHr(api, language);
      api.answer('GET', base, fixtures.overviewInSetup(language));
    },
  },
  {
    name: 'overview-closed',
    page: base,
    set: (api, language) => {
      asHr(api, language);
      api.answer('GET', base, fixtures.overviewClosed());
    },
  },
  { name: 'people', page: `${base}/people`, set: asHr },
  {
    name: 'people-empty',
    page: `${base}/people`,
    set: (api, language) => {
      asHr(api, language);
      api.answer('GET', `${base}/people`, { people: [] });
    },
  },
  { name: 'import', page: `${base}/import`, set: asHr },
  { name: 'import-recognised', page: `${base}/import`, set: asHr, act: chooseFile },
  {
    name: 'import-columns',
    page: `${base}/import`,
    set: (api, language) => {
      asHr(api, language);
      api.answer('POST', `${base}/people/check`, fixtures.oddFile());
    },
    act: chooseFile,
  },
  {
    name: 'import-values',
    page: `${base}/import`,
    set: (api, language) => {
      asHr(api, language);
      api.answer('POST', `${base}/people/check`, fixtures.oddFile([]));
    },
    act: chooseFile,
  },
  { name: 'pairing', page: `${base}/pairing`, set: asHr },
  {
    name: 'pairing-search',
    page: `${base}/pairing`,
    set: (api, language) => {
      asHr(api, language);
      answerSearch(api);
    },
  },
  { name: 'pairing-choices', page: `${base}/pairing`, set: asHr, act: choosePairs },
  {
    name: 'pairing-finder',
    page: `${base}/pairing`,
    set: (api, language) => {
      asHr(api, language);
      answerStudio(api).give('draft-1', { s1: 2, s2: 3 });
    },
    act: findPartner,
  },
  {
    name: 'pairing-failed',
    page: `${base}/pairing`,
    set: (api, language) => {
      asHr(api, language);
      answerFailed(api, language);
    },
  },
  { name: 'pairing-aim', page: `${base}/pairing?draft=draft-0&view=weights`, set: asHr },
  {
    name: 'pairing-aims',
    page: `${base}/pairing?view=weights`,
    set: (api, language) => {
      asHr(api, language);
      answerStudio(api, [fightingDraft()]);
    },
  },
  {
    name: 'pairing-mixed',
    page: `${base}/pairing?view=weights`,
    set: (api, language) => {
      asHr(api, language);
      answerStudio(api, [mixedDraft()]);
    },
  },
  { name: 'pairing-weights', page: `${base}/pairing?view=weights`, set: asHr },
  { name: 'pairing-coverage', page: `${base}/pairing?view=coverage`, set: asHr },
  { name: 'pairing-compare', page: `${base}/pairing?view=compare`, set: asHr, act: compareDrafts },
  {
    name: 'pairing-renewal',
    page: `${base}/pairing`,
    set: (api, language) => {
      asHr(api, language);
      answerRenewals(api);
    },
  },
  {
    name: 'pairing-empty',
    page: `${base}/pairing`,
    set: (api, language) => {
      asHr(api, language);
      api.refuse('GET', `${base}/drafts/latest`, 404, 'not-found', 'No draft.');
    },
  },
  { name: 'pairs', page: `${base}/pairs`, set: asHr },
  {
    name: 'pairs-empty',
    page: `${base}/pairs`,
    set: (api, language) => {
      asHr(api, language);
      api.answer('GET', `${base}/board`, fixtures.board(0));
    },
  },
  {
    name: 'pairs-arriving',
    page: `${base}/pairs`,
    set: (api, language) => {
      asHr(api, language);
      api.answer('GET', `${base}/board`, fixtures.boardInPages(10_000, 10_000).first);
      api.respond('GET', `${base}/board/pages/page-0`, () => new Promise(() => undefined));
    },
  },
  { name: 'messages', page: `${base}/messages`, set: asHr },
  {
    name: 'messages-empty',
    page: `${base}/messages`,
    set: (api, language) => {
      asHr(api, language);
      api.answer('GET', `${base}/messages`, { messages: [] });
      api.answer('GET', `${base}/messages/totals`, fixtures.messageTotals(language, { waiting: 0, ended: [] }));
      api.answer('GET', `${base}/messages/days`, { days: [] });
      api.answer('GET', `${base}/messages/unreached`, { people: [] });
    },
  },
  { name: 'steering', page: `${base}/steering`, set: asHr },
  {
    name: 'steering-early',
    page: `${base}/steering`,
    set: (api, language) => {
      asHr(api, language);
      const words = language === 'fr' ? 'Aucune heure n’était encore prévue' : 'No hour was planned yet';
      const hours = { words, held: 0, planned: 0, months: [] };
      api.answer('GET', `${base}/steering`, someSteering(language, { decisions: [], hours, targets: [], moves: [] }));
    },
  },
  { name: 'results', page: `${base}/results`, set: asHr },
  {
    name: 'results-moves',
    page: `${base}/results`,
    set: asHr,
    act: async (tab) => {
      await tab.getByText(/^(?:Saisir ou corriger les totaux|Type or correct the totals)/u).click();
      await tab.getByRole('button', { name: /^(?:Corriger les totaux|Correct the totals)$/u }).click();
      await tab.getByRole('checkbox', { name: /trente ans|thirty/u }).check();
    },
  },
  {
    name: 'results-expected',
    page: `${base}/results`,
    set: (api, language) => {
      asHr(api, language);
      api.answer('GET', `${base}/results`, expectedResults());
      api.answer('GET', `${base}/progress`, nothingYet());
      api.answer('GET', `${base}/pilot`, somePilot(language, { state: 'setup' }));
    },
  },
  { name: 'jobs', page: `${base}/jobs`, set: asHr },
  {
    name: 'needs-poll',
    page: `${base}/needs-poll`,
    set: (api, language) => {
      asHr(api, language);
      api.answer('GET', `${base}/needs-poll`, pollToOpen(language));
    },
    act: async (tab) => {
      await tab.locator('summary').first().click();
    },
  },
  {
    name: 'needs-poll-open',
    page: `${base}/needs-poll`,
    set: (api, language) => {
      asHr(api, language);
      api.answer('GET', `${base}/needs-poll`, openPoll(language));
    },
  },
  {
    name: 'needs-poll-closed',
    page: `${base}/needs-poll`,
    set: (api, language) => {
      asHr(api, language);
      api.answer('GET', `${base}/needs-poll`, closedPoll(language));
    },
  },
  {
    name: 'questions',
    page: `${base}/questions`,
    set: (api, language) => {
      asHr(api, language);
      api.answer('GET', `${base}/questions`, storedQuestions());
    },
    act: async (tab) => {
      await tab
        .getByRole('button', { name: /^(?:Modifier|Edit)/u })
        .nth(1)
        .click();
    },
  },
  {
    name: 'questions-frozen',
    page: `${base}/questions`,
    set: (api, language) => {
      asHr(api, language);
      api.answer('GET', `${base}/questions`, storedQuestions({ isFrozen: true }));
    },
  },
  {
    name: 'plan',
    page: `${base}/plan`,
    set: (api, language) => {
      asHr(api, language);
      api.answer('GET', `${base}/plan`, {
        version: '7',
        plan: {
          id: fixtures.programmeId,
          name: { fr: 'Regards croisés 2027', en: 'Crossed views 2027' },
          startsOn: '2026-12-07',
          ...planRest,
        },
      });
    },
  },
  {
    name: 'me-comments',
    page: `/me/${fixtures.programmeId}`,
    set: (api) => {
      asJunior(api, myPage(), myComments());
    },
  },
  {
    name: 'me-comment-warned',
    page: `/me/${fixtures.programmeId}`,
    set: (api) => {
      asJunior(api, myPage({ steps: [surveyStep] }));
      api.answer('POST', '/actions', { view: warnedView, changed: true });
    },
    act: writeComment,
  },
  {
    name: 'me',
    page: '/me',
    set: (api) => {
      asJunior(api);
    },
  },
  {
    name: 'me-steps',
    page: '/me',
    set: (api, language) => {
      asJunior(
        api,
        myPage({
          pairs: [],
          steps: [
            invitationStep,
            proposalStep,
            { ...charterStep, words: [...charterWords(language)] },
            slotsStep,
            metStep,
          ],
        }),
      );
    },
  },
  {
    name: 'me-survey',
    page: '/me',
    set: (api) => {
      asJunior(api, myPage({ steps: [surveyStep] }));
    },
  },
  {
    name: 'me-needs-poll',
    page: '/me',
    set: (api, language) => {
      asJunior(api, pageBeforeEnrolment(language));
    },
  },
  {
    name: 'me-paused',
    page: '/me',
    set: (api) => {
      const { me, pairs } = myPage();
      const { nextSession: _next, ...pair } = pairs[0]!;
      const months = [...pair.months.slice(0, 2), 'paused' as const, ...pair.months.slice(3)];
      asJunior(
        api,
        myPage({
          me: { ...me!, pause: { until: '2027-03-15' } },
          pairs: [{ ...pair, months, resumesOn: '2027-03-15' }],
          steps: [],
        }),
      );
    },
  },
  {
    name: 'me-renewal',
    page: '/me',
    set: (api) => {
      asJunior(api, pageAfterPair(true));
    },
  },
  {
    name: 'me-renewal-over',
    page: '/me',
    set: (api) => {
      asJunior(api, pageAfterPair(false));
    },
  },
  {
    name: 'me-ended',
    page: '/me',
    set: (api) => {
      const { me, pairs } = myPage();
      const { leave: _leave, nextSession: _next, ...pair } = pairs[0]!;
      asJunior(api, myPage({ me: { ...me!, rematch: 'another' }, pairs: [{ ...pair, state: 'ended' }], steps: [] }));
    },
  },
  {
    name: 'me-waiting',
    page: '/me',
    set: (api) => {
      asJunior(api, myPage({ pairs: [], steps: [] }));
    },
  },
  {
    name: 'assistant',
    page: '/me',
    set: (api) => {
      api.answer('GET', '/me', fixtures.me({ name: 'Odile Perrin', programmes: [fixtures.myEntry(['delegate'])] }));
      api.answer('GET', `${base}/me`, assistantPage());
    },
  },
  {
    name: 'sponsor',
    page: '/sponsor',
    set: (api, language) => {
      asSponsor(api, fixtures.sponsorPage(), language);
    },
  },
  {
    name: 'sponsor-early',
    page: '/sponsor',
    set: (api, language) => {
      asSponsor(api, fixtures.sponsorPage({ phase: 'starting', figures: [{ figure: 'pairs-active', hidden: true }] }));
      api.answer('GET', `${base}/pilot`, somePilot(language, { state: 'running' }));
      api.answer('GET', `${base}/results`, expectedResults());
      api.answer('GET', `${base}/progress`, nothingYet());
    },
  },
  {
    name: 'switcher',
    page: '/',
    set: (api, language) => {
      asHr(api, language);
      api.answer(
        'GET',
        '/me',
        fixtures.me({ programmes: [fixtures.myEntry(['administrator', 'participant', 'sponsor'])] }),
      );
    },
  },
  {
    name: 'landing-empty',
    page: '/',
    set: (api) => {
      api.answer('GET', '/me', fixtures.me({ programmes: [] }));
    },
  },
  {
    name: 'landing-admin',
    page: '/',
    set: (api) => {
      api.answer('GET', '/me', fixtures.me({ programmes: [], administratorOfAll: true }));
    },
  },
  {
    name: 'new',
    page: '/new',
    set: (api) => {
      api.answer('GET', '/me', fixtures.me({ programmes: [], administratorOfAll: true }));
    },
  },
  {
    name: 'refused',
    page: base,
    set: (api, language) => {
      asHr(api, language);
      const message =
        language === 'fr'
          ? 'Les données ne sont pas accessibles pour le moment. Rien n’a été enregistré : recommencez dans un instant.'
          : 'The data cannot be reached right now. Nothing was saved: try again in a moment.';
      api.refuse('GET', base, 503, 'storage-unavailable', message);
    },
  },
  { name: 'not-found', page: '/nowhere', set: asHr },
];

const planRest = {
  template: 'blank',
  objectives: [],
  channel: { team: 'Regards croisés', channel: 'Général' },
  sponsor: {
    name: 'Hélène Marchand',
    email: 'helene.marchand@armorel.example',
    language: 'fr',
    timeZone: 'Europe/Paris',
  },
  administrators: [{ name: 'Awa Diop', email: 'awa.diop@armorel.example', language: 'fr', timeZone: 'Europe/Paris' }],
  delegates: [
    { name: 'Paul Roy', email: 'paul.roy@armorel.example', language: 'en', timeZone: 'Europe/Paris', mentee: 'S001' },
  ],
  months: 6,
  format: 'informal',
  timeZone: 'Europe/Paris',
  country: 'FR',
  languages: ['fr', 'en'],
  culture: { address: 'vous', names: 'first', directness: 'direct', hierarchyDistance: 'low' },
  retention: { answersDays: 365 },
};
