import { createBrowserRouter, type DataRouter } from 'react-router';
import { Frame } from './pages/frame';
import { PageFailed } from './pages/page-failed';
import { Starting } from './pages/starting';

/** Every page of the tab below `/tab`, each loaded when it is first opened. `page` is the one a deep link asked for. */
export function createRouter(page: string | undefined): DataRouter {
  const router = createBrowserRouter(
    [
      {
        path: '/',
        Component: Frame,
        ErrorBoundary: PageFailed,
        HydrateFallback: Starting,
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./pages/landing')).Landing }) },
          { path: 'new', lazy: async () => ({ Component: (await import('./pages/new-programme')).NewProgramme }) },
          { path: 'me/:id?', lazy: async () => ({ Component: (await import('./pages/me/my-page')).MyPage }) },
          {
            path: 'sponsor/:id?',
            lazy: async () => ({ Component: (await import('./pages/sponsor-page')).SponsorPage }),
          },
          {
            path: 'programmes/:id',
            lazy: async () => ({ Component: (await import('./pages/programme/programme-frame')).ProgrammeFrame }),
            children: [
              {
                index: true,
                lazy: async () => ({ Component: (await import('./pages/programme/overview')).OverviewPage }),
              },
              {
                path: 'plan',
                lazy: async () => ({ Component: (await import('./pages/programme/plan-page')).PlanPage }),
              },
              {
                path: 'people',
                lazy: async () => ({ Component: (await import('./pages/programme/people-page')).PeoplePage }),
              },
              {
                path: 'import',
                lazy: async () => ({ Component: (await import('./pages/programme/import-page')).ImportPage }),
              },
              {
                path: 'pairing',
                lazy: async () => ({ Component: (await import('./pages/programme/pairing-page')).PairingPage }),
              },
              {
                path: 'pairs',
                lazy: async () => ({ Component: (await import('./pages/programme/pairs-page')).PairsPage }),
              },
              {
                path: 'messages',
                lazy: async () => ({ Component: (await import('./pages/programme/messages-page')).MessagesPage }),
              },
              {
                path: 'jobs',
                lazy: async () => ({ Component: (await import('./pages/programme/jobs-page')).JobsPage }),
              },
            ],
          },
          { path: '*', lazy: async () => ({ Component: (await import('./pages/not-found')).NotFound }) },
        ],
      },
    ],
    { basename: '/tab' },
  );
  if (page !== undefined) void router.navigate(page, { replace: true });
  return router;
}
