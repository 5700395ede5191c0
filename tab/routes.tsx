import { lazy, useState, type ComponentType, type ReactNode } from 'react';
import { BrowserRouter, Route, Routes, useLocation } from 'react-router';
import {
  importWords,
  jobsWords,
  messagesWords,
  myWords,
  overviewWords,
  pairsWords,
  peopleWords,
  planWords,
  programmeWords,
  sponsorWords,
  studioWords,
  surveyWords,
  topicWords,
  type WordGroup,
} from './lib/word-groups';
import type { WordStore } from './lib/word-store';
import { Frame } from './pages/frame';
import { Landing } from './pages/landing';
import { NotFound } from './pages/not-found';
import { PageBoundary } from './pages/page-boundary';

/** Every page of the tab below `/tab`, each loaded with its words when it is first opened. */
export function Pages({ words }: { readonly words: WordStore }): ReactNode {
  return (
    <BrowserRouter basename="/tab">
      <PagesByAddress words={words} />
    </BrowserRouter>
  );
}

function PagesByAddress({ words }: { readonly words: WordStore }): ReactNode {
  const [pages] = useState(() => pagesWith(words));
  const { key } = useLocation();
  return (
    <PageBoundary address={key}>
      <Routes>
        <Route path="/" element={<Frame />}>
          <Route index element={<Landing />} />
          <Route path="new" element={<pages.NewProgramme />} />
          <Route path="me/:id?" element={<pages.MyPage />} />
          <Route path="sponsor/:id?" element={<pages.SponsorPage />} />
          <Route path="programmes/:id" element={<pages.ProgrammeFrame />}>
            <Route index element={<pages.OverviewPage />} />
            <Route path="plan" element={<pages.PlanPage />} />
            <Route path="people" element={<pages.PeoplePage />} />
            <Route path="import" element={<pages.ImportPage />} />
            <Route path="pairing" element={<pages.PairingPage />} />
            <Route path="pairs" element={<pages.PairsPage />} />
            <Route path="messages" element={<pages.MessagesPage />} />
            <Route path="jobs" element={<pages.JobsPage />} />
          </Route>
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </PageBoundary>
  );
}

function pagesWith(words: WordStore) {
  /** A page that opens once its code and its words are there; both are asked for at once. */
  function page(load: () => Promise<ComponentType>, ...groups: readonly WordGroup[]) {
    return lazy(async () => {
      const [Component] = await Promise.all([load(), ...groups.map((group) => words.need(group))]);
      return { default: Component };
    });
  }
  return {
    NewProgramme: page(async () => (await import('./pages/new-programme')).NewProgramme, programmeWords),
    MyPage: page(async () => (await import('./pages/me/my-page')).MyPage, myWords, surveyWords, topicWords),
    SponsorPage: page(
      async () => (await import('./pages/sponsor/sponsor-page')).SponsorPage,
      programmeWords,
      sponsorWords,
    ),
    ProgrammeFrame: page(
      async () => (await import('./pages/programme/programme-frame')).ProgrammeFrame,
      programmeWords,
    ),
    OverviewPage: page(async () => (await import('./pages/overview/overview')).OverviewPage, overviewWords),
    PlanPage: page(async () => (await import('./pages/plan/plan-page')).PlanPage, planWords),
    PeoplePage: page(async () => (await import('./pages/people/people-page')).PeoplePage, peopleWords),
    ImportPage: page(async () => (await import('./pages/import/import-page')).ImportPage, importWords),
    PairingPage: page(async () => (await import('./pages/studio/pairing-page')).PairingPage, studioWords, topicWords),
    PairsPage: page(async () => (await import('./pages/pairs/pairs-page')).PairsPage, pairsWords, topicWords),
    MessagesPage: page(async () => (await import('./pages/messages/messages-page')).MessagesPage, messagesWords),
    JobsPage: page(async () => (await import('./pages/jobs/jobs-page')).JobsPage, jobsWords),
  };
}
