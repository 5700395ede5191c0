import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { Route, Router, Switch, useLocation, type AroundNavHandler } from 'wouter';
import { goneTo } from './lib/history-state';
import { lazyPage, type LazyPage } from './lib/lazy-page';
import {
  importWords,
  insightWords,
  jobsWords,
  messagesWords,
  myWords,
  needsPollWords,
  overviewWords,
  pairsWords,
  peopleWords,
  planWords,
  programmeWords,
  questionWords,
  resultsWords,
  sponsorWords,
  steeringWords,
  studioWords,
  surveyWords,
  topicWords,
} from './lib/word-groups';
import type { WordStore } from './lib/word-store';
import { Frame } from './pages/frame';
import { Landing } from './pages/landing';
import { NotFound } from './pages/not-found';
import { PageBoundary } from './pages/page-boundary';
import { Starting } from './pages/starting';

const base = '/tab';

interface PagesProps {
  readonly words: WordStore;
  /** Called with the address below `/tab` of each page that is shown. */
  readonly onPage: (page: string) => void;
}

/** Every page of the tab below `/tab`, each loaded with its words when it is first opened. */
export function Pages({ words, onPage }: PagesProps): ReactNode {
  const [pages] = useState(() => pagesWith(words));
  const [around] = useState(() => waitFor((path) => pagesAt(pages, path)));
  return (
    <Router base={base} aroundNav={around}>
      <PagesByAddress pages={pages} onPage={onPage} />
    </Router>
  );
}

function PagesByAddress({ pages, onPage }: Pick<PagesProps, 'onPage'> & { readonly pages: AllPages }): ReactNode {
  const [path] = useLocation();
  useEffect(() => {
    onPage(path);
  }, [path, onPage]);
  const { newProgramme, mine, sponsor, programme } = pages;
  return (
    <PageBoundary address={path}>
      <Frame>
        <Suspense fallback={<Starting />}>
          <Switch>
            <Route path="/">
              <Landing />
            </Route>
            <Route path="/new">
              <newProgramme.Page />
            </Route>
            <Route path="/me/:id?">
              <mine.Page />
            </Route>
            <Route path="/sponsor/:id?">
              <sponsor.Page />
            </Route>
            <Route path="/programmes/:id/:part?">
              {({ part = '' }) => {
                const shown = pages.parts.get(part);
                if (shown === undefined) return <NotFound />;
                return (
                  <programme.Page>
                    <Suspense fallback={<Starting />}>
                      <shown.Page />
                    </Suspense>
                  </programme.Page>
                );
              }}
            </Route>
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Suspense>
      </Frame>
    </PageBoundary>
  );
}

type AllPages = ReturnType<typeof pagesWith>;

function pagesWith(words: WordStore) {
  return {
    newProgramme: lazyPage(words, async () => (await import('./pages/new-programme')).NewProgramme, programmeWords),
    mine: lazyPage(words, async () => (await import('./pages/me/my-page')).MyPage, myWords, surveyWords, topicWords),
    sponsor: lazyPage(
      words,
      async () => (await import('./pages/sponsor/sponsor-page')).SponsorPage,
      programmeWords,
      sponsorWords,
      resultsWords,
      insightWords,
      surveyWords,
      topicWords,
    ),
    programme: lazyPage(
      words,
      async () => (await import('./pages/programme/programme-frame')).ProgrammeFrame,
      programmeWords,
    ),
    /** HR's pages of a programme, by the last part of their address. */
    parts: new Map<string, LazyPage>([
      ['', lazyPage(words, async () => (await import('./pages/overview/overview')).OverviewPage, overviewWords)],
      ['plan', lazyPage(words, async () => (await import('./pages/plan/plan-page')).PlanPage, planWords)],
      [
        'questions',
        lazyPage(
          words,
          async () => (await import('./pages/questions/questions-page')).QuestionsPage,
          questionWords,
          surveyWords,
        ),
      ],
      [
        'needs-poll',
        lazyPage(
          words,
          async () => (await import('./pages/needs-poll/needs-poll-page')).NeedsPollPage,
          needsPollWords,
          topicWords,
        ),
      ],
      ['people', lazyPage(words, async () => (await import('./pages/people/people-page')).PeoplePage, peopleWords)],
      ['import', lazyPage(words, async () => (await import('./pages/import/import-page')).ImportPage, importWords)],
      [
        'pairing',
        lazyPage(words, async () => (await import('./pages/studio/pairing-page')).PairingPage, studioWords, topicWords),
      ],
      [
        'pairs',
        lazyPage(words, async () => (await import('./pages/pairs/pairs-page')).PairsPage, pairsWords, topicWords),
      ],
      [
        'messages',
        lazyPage(words, async () => (await import('./pages/messages/messages-page')).MessagesPage, messagesWords),
      ],
      [
        'results',
        lazyPage(
          words,
          async () => (await import('./pages/results/results-page')).ResultsPage,
          resultsWords,
          insightWords,
          surveyWords,
          topicWords,
        ),
      ],
      [
        'steering',
        lazyPage(words, async () => (await import('./pages/steering/steering-page')).SteeringPage, steeringWords),
      ],
      ['jobs', lazyPage(words, async () => (await import('./pages/jobs/jobs-page')).JobsPage, jobsWords)],
    ]),
  };
}

/** What an address needs before it can be shown. */
function pagesAt(pages: AllPages, path: string): readonly (LazyPage | undefined)[] {
  const [first, , part = ''] = path.split('/').slice(1);
  switch (first) {
    case 'new':
      return [pages.newProgramme];
    case 'me':
      return [pages.mine];
    case 'sponsor':
      return [pages.sponsor];
    case 'programmes':
      return [pages.programme, pages.parts.get(part)];
    default:
      return [];
  }
}

/** What is open stays until the next page can be shown; of several presses meanwhile the last one counts. */
function waitFor(pagesOf: (path: string) => readonly (LazyPage | undefined)[]): AroundNavHandler {
  let asked = 0;
  return (navigate, to, options = {}) => {
    const given: unknown = options.state;
    const [path = ''] = to.slice(base.length).split(/[?#]/u);
    const pages = pagesOf(path);
    const mine = ++asked;
    if (pages.some((page) => page?.hasFailed() === true)) {
      // A browser never asks again for a module that it could not load, as long as the document lives.
      void isServed(to).then((served) => {
        if (!served) go();
        else if (mine === asked) window.location[options.replace === true ? 'replace' : 'assign'](to);
      });
      return;
    }
    const loading = pages.map((page) => page?.load()).filter((load) => load !== undefined);
    function go(): void {
      // A page that was gone to is told from one that was opened by the state of its entry (`page-heading.tsx`).
      if (mine === asked) navigate(to, { ...options, state: given ?? goneTo });
    }
    if (loading.length === 0) go();
    else void Promise.allSettled(loading).then(go);
  };
}

/** Whether a new document would come: without one, the browser puts its own error page in place of the tab. */
function isServed(address: string): Promise<boolean> {
  return fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
