import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { RouterProvider } from 'react-router';
import { createApiClient } from './api/api-client';
import { ApiContext } from './api/api-context';
import { createResourceStore } from './api/resource-store';
import { createTokenSource } from './api/token-source';
import { Announcer } from './components/announcer';
import type { Host, Language, ThemeName } from './host/host';
import { createFormats } from './lib/formats';
import { LanguageContext } from './lib/language-context';
import { loadTexts } from './lib/load-texts';
import { themes } from './lib/theme';
import { createTranslate, type Texts } from './lib/translate';
import { WordsContext } from './lib/words-context';
import { OutsideTeams } from './pages/outside-teams';
import { createRouter } from './routes';

const useStyles = makeStyles({
  surface: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
});

interface Props {
  readonly host: Host | undefined;
  readonly origins: readonly string[];
  readonly language: Language;
  readonly texts: Texts;
}

/** The tab: theme and language of Teams around the pages, or what to do where there is no Teams. */
export function App({ host, origins, language: first, texts }: Props): ReactNode {
  const styles = useStyles();
  const theme = useTheme(host);
  const [spoken, setSpoken] = useState({ language: first, texts });
  const { language } = spoken;

  const words = useMemo(
    () => ({
      language: spoken.language,
      t: createTranslate(spoken.language, spoken.texts),
      format: createFormats(spoken.language),
    }),
    [spoken],
  );
  const chosen = useMemo(
    () => ({
      choose: (next: Language): void => {
        void loadTexts(next).then((loaded) => {
          setSpoken({ language: next, texts: loaded });
        });
      },
    }),
    [],
  );

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme;
    // The browser's own parts (date picker, scroll bars) follow Teams, not the system.
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [language, theme]);

  return (
    <FluentProvider theme={themes[theme]} className={styles.surface}>
      <WordsContext value={words}>
        <LanguageContext value={chosen}>
          <Announcer>
            {host === undefined ? <OutsideTeams origins={origins} /> : <Inside host={host} language={language} />}
          </Announcer>
        </LanguageContext>
      </WordsContext>
    </FluentProvider>
  );
}

function Inside({ host, language }: { readonly host: Host; readonly language: Language }): ReactNode {
  const token = useMemo(() => createTokenSource(() => host.requestToken(), Date.now), [host]);
  const api = useMemo(() => {
    const client = createApiClient({ base: '/api/v1', token, fetch: (...call) => fetch(...call), language });
    return { client, store: createResourceStore() };
  }, [token, language]);
  const [router] = useState(() => createRouter(host.page));
  return (
    <ApiContext value={api}>
      <RouterProvider router={router} />
    </ApiContext>
  );
}

/** The theme of Teams as it changes; outside, the one of the system. */
function useTheme(host: Host | undefined): ThemeName {
  const [theme, setTheme] = useState<ThemeName>(
    () => host?.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default'),
  );
  useEffect(() => {
    host?.onTheme(setTheme);
  }, [host]);
  return theme;
}
