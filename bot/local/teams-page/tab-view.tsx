import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { PageTheme } from './page-address';
import { usePane } from './pane-context';
import { serviceClient } from './service-client';
import { TeamsHost, type HostContext } from './teams-host';

const useStyles = makeStyles({
  place: { position: 'relative', flexGrow: 1, minHeight: 0, display: 'flex' },
  frame: { flexGrow: 1, border: 'none', minWidth: 0, width: '100%', backgroundColor: tokens.colorNeutralBackground2 },
  loading: { position: 'absolute', inset: 0, pointerEvents: 'none' },
  empty: { padding: tokens.spacingVerticalXXXL, textAlign: 'center', color: tokens.colorNeutralForeground3 },
});

interface TabViewProps {
  readonly theme: PageTheme;
  readonly subPage: string | undefined;
}

/** The product's tab in a frame whose host answers teams-js. */
export function TabView({ theme, subPage }: TabViewProps) {
  const styles = useStyles();
  const { config, person, text } = usePane();
  const frame = useRef<HTMLIFrameElement>(null);
  const host = useRef<TeamsHost>(undefined);
  const [ready, setReady] = useState(false);
  const context: HostContext = {
    directoryId: person.directoryId,
    name: person.name,
    email: person.email,
    tenantId: config.tenantId,
    locale: localeOf(person.language),
    theme,
    ...(subPage === undefined ? {} : { subPage }),
    requestToken: () => serviceClient.tabToken(person.directoryId),
  };
  const current = useRef(context);
  useEffect(() => {
    current.current = context;
  });
  const { tabUrl } = config;
  useEffect(() => {
    const element = frame.current;
    if (!element || tabUrl === undefined) return undefined;
    host.current = new TeamsHost(
      element,
      tabUrl,
      () => current.current,
      () => {
        setReady(true);
      },
    );
    const stop = host.current.start();
    element.src = tabUrl;
    return stop;
  }, [tabUrl, subPage]);
  useEffect(() => {
    host.current?.changeTheme(theme);
  }, [theme]);
  if (tabUrl === undefined) return <Text className={styles.empty}>{text('noTab')}</Text>;
  return (
    <div className={styles.place}>
      <iframe
        ref={frame}
        className={styles.frame}
        title={text('tab')}
        data-testid="tab-frame"
        onLoad={() => {
          setReady(true);
        }}
        allow="clipboard-write"
      />
      {!ready && <Spinner className={styles.loading} label={text('loading')} />}
    </div>
  );
}

/** `fr` becomes `fr-fr`, `en` `en-us`, as Teams writes locales. */
function localeOf(language: string): string {
  const lower = language.toLowerCase();
  if (lower.includes('-')) return lower;
  return lower === 'en' ? 'en-us' : `${lower}-${lower}`;
}
