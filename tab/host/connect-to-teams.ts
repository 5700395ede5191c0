import { app, authentication } from '@microsoft/teams-js';
import { languageOf, themeOf, type Host } from './host';
import { lastPageOf } from './last-page';

/** Teams answers in well under a second; a frame that is not Teams never does. */
const patience = 5_000;

/** The Teams window around the page; undefined outside a frame, or when nobody answers within five seconds. */
export async function connectToTeams(origins: readonly string[]): Promise<Host | undefined> {
  if (window.parent === window) return undefined;
  const context = await within(patience, startUp(origins));
  if (context === undefined) return undefined;
  const page = context.page.subPageId;
  return {
    language: languageOf(context.app.locale),
    theme: themeOf(context.app.theme),
    ...(page?.startsWith('/') === true ? { page } : {}),
    lastPage: lastPageOf(context.user?.id ?? '', () => sessionStorage),
    onTheme: (listener) => {
      app.registerOnThemeChangeHandler((name) => {
        listener(themeOf(name));
      });
    },
    requestToken,
    shown: () => {
      void app.notifySuccess();
    },
  };
}

/** A claim that the kept token cannot meet is what makes Teams ask Entra anew; a client that knows no claims gives what it has. */
async function requestToken(issuedAfter?: number): Promise<string> {
  if (issuedAfter === undefined) return authentication.getAuthToken();
  const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: String(issuedAfter) } } });
  return authentication.getAuthToken({ claims: [claims] }).catch(() => authentication.getAuthToken());
}

async function startUp(origins: readonly string[]): Promise<app.Context> {
  await app.initialize([...origins]);
  return app.getContext();
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(undefined);
    }, milliseconds);
    work.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      () => {
        clearTimeout(timer);
        resolve(undefined);
      },
    );
  });
}
