import { Suspense, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { createApiClient } from './api/api-client';
import { ApiContext } from './api/api-context';
import { createResourceStore } from './api/resource-store';
import { createTokenSource } from './api/token-source';
import { Announcer } from './components/announcer';
import type { Host, Language, ThemeName } from './host/host';
import { LanguageContext } from './lib/language-context';
import { lazyPage } from './lib/lazy-page';
import { themes } from './lib/theme';
import { outsideWords } from './lib/word-groups';
import type { WordStore } from './lib/word-store';
import { WordsContext } from './lib/words-context';
import { Pages } from './routes';

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
  readonly words: WordStore;
}

/** The tab: theme and language of Teams around the pages, or what to do where there is no Teams. */
export function App({ host, origins, words }: Props): ReactNode {
  const styles = useStyles();
  const theme = useTheme(host);
  const spoken = useSyncExternalStore(words.subscribe, words.words);
  const { language } = spoken;
  const chosen = useMemo(
    () => ({
      choose: (next: Language): void => {
        void words.speak(next);
      },
      need: words.need,
    }),
    [words],
  );

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme;
    // The browser's own parts (date picker, scroll bars) follow Teams, not the system.
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [language, theme]);

  return (
    <FluentProvider theme={themes[theme]} className={styles.surface}>
      <WordsContext value={spoken}>
        <LanguageContext value={chosen}>
          <Announcer>
            {host === undefined ? (
              <Outside origins={origins} words={words} />
            ) : (
              <Inside host={host} language={language} words={words} />
            )}
          </Announcer>
        </LanguageContext>
      </WordsContext>
    </FluentProvider>
  );
}

/** Nobody who comes by Teams needs this page: it is loaded, with its words, where it is shown. */
function Outside({ origins, words }: Omit<Props, 'host'>): ReactNode {
  const [{ Page }] = useState(() =>
    lazyPage(
      words,
      async () => {
        const { OutsideTeams } = await import('./pages/outside/outside-teams');
        return () => <OutsideTeams origins={origins} />;
      },
      outsideWords,
    ),
  );
  return (
    <Suspense>
      <Page />
    </Suspense>
  );
}

interface InsideProps {
  readonly host: Host;
  readonly language: Language;
  readonly words: WordStore;
}

function Inside({ host, language, words }: InsideProps): ReactNode {
  const token = useMemo(() => createTokenSource((issuedAfter) => host.requestToken(issuedAfter), Date.now), [host]);
  const api = useMemo(() => {
    const client = createApiClient({ base: '/api/v1', token, fetch: (...call) => fetch(...call), language });
    return { client, store: createResourceStore() };
  }, [token, language]);
  return (
    <ApiContext value={api}>
      <Pages words={words} onPage={host.lastPage.keep} />
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
