import {
  Button,
  FluentProvider,
  makeStyles,
  OverlayDrawer,
  Spinner,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  Text,
  Toast,
  Toaster,
  ToastTitle,
  tokens,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { NavigationRegular, SplitVerticalRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { BesidePane } from './beside-pane';
import { ClockPanel } from './clock-panel';
import { DisplayMenu } from './display-menu';
import { takeTeamsLinks } from './open-link';
import { usePageAddress, type PageTheme } from './page-address';
import { findPerson, firstPerson, otherPerson } from './page-people';
import { pageLanguageOf, pageText } from './page-text';
import { PeopleRail } from './people-rail';
import { PersonPane } from './person-pane';
import { serviceClient, type PageConfig } from './service-client';
import { useLoaded } from './use-loaded';
import { useUnread } from './use-unread';

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme } satisfies Record<
  PageTheme,
  unknown
>;

const useStyles = makeStyles({
  app: {
    height: '100dvh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground4,
    overflow: 'hidden',
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    minWidth: 0,
  },
  product: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    paddingLeft: tokens.spacingHorizontalS,
  },
  menuButton: { '@media (min-width: 760px)': { display: 'none' } },
  besideButton: { '@media (max-width: 1039px)': { display: 'none' } },
  main: { display: 'flex', flexGrow: 1, minHeight: 0 },
  rail: { width: '280px', flexShrink: 0, '@media (max-width: 759px)': { display: 'none' } },
  panes: {
    display: 'flex',
    flexGrow: 1,
    minWidth: 0,
    gap: tokens.spacingHorizontalXS,
    '@media (min-width: 760px)': { paddingRight: tokens.spacingHorizontalS, paddingBottom: tokens.spacingVerticalS },
  },
  // Two sides need the room; a narrow window shows the first.
  beside: {
    display: 'flex',
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    minHeight: 0,
    '@media (max-width: 1039px)': { display: 'none' },
  },
  waiting: { margin: 'auto' },
});

/** The whole page: who one is on the left, what they see on the right. */
export function App() {
  const [address, change] = usePageAddress();
  const config = useLoaded(
    'config',
    () => serviceClient.config(),
    (event) => event.type === 'roster',
  );
  const styles = useStyles();
  return (
    <FluentProvider theme={themes[address.theme]}>
      <div className={styles.app}>
        {config.value && config.value.people.length > 0 ? (
          <Page config={config.value} address={address} change={change} />
        ) : (
          <div className={styles.waiting}>
            {config.problem === undefined ? <Spinner /> : <Text role="alert">{config.problem}</Text>}
          </div>
        )}
      </div>
    </FluentProvider>
  );
}

interface PageProps {
  readonly config: PageConfig;
  readonly address: ReturnType<typeof usePageAddress>[0];
  readonly change: ReturnType<typeof usePageAddress>[1];
}

function Page({ config, address, change }: PageProps) {
  const styles = useStyles();
  const [drawer, setDrawer] = useState(false);
  const person = findPerson(config, address.persona) ?? firstPerson(config);
  const beside = findPerson(config, address.beside);
  const language = pageLanguageOf(person.language);
  const unread = useUnread(
    new Set(
      address.view === 'chat'
        ? [person.directoryId, ...(beside ? [beside.directoryId] : [])]
        : beside
          ? [beside.directoryId]
          : [],
    ),
  );
  const toaster = useId('toaster');
  const { dispatchToast } = useToastController(toaster);
  useEffect(
    () =>
      takeTeamsLinks((target) => {
        if (target.kind === 'tab') change({ view: 'tab', subPage: target.subPage ?? '' });
        else
          dispatchToast(
            <Toast>
              <ToastTitle>{pageText(language, 'opensChat', { who: target.who })}</ToastTitle>
            </Toast>,
            { intent: 'info' },
          );
      }),
    [change, dispatchToast, language],
  );
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${person.name} · Local Teams`;
  }, [language, person.name]);
  const choose = (directoryId: string): void => {
    change({ persona: directoryId });
    setDrawer(false);
  };
  const rail = (
    <PeopleRail
      people={config.people}
      language={language}
      chosen={person.directoryId}
      unread={unread}
      onChoose={choose}
    />
  );
  const shared = { config, theme: address.theme, phone: address.width === 'phone' };
  return (
    <>
      <header className={styles.bar}>
        <Button
          className={styles.menuButton}
          appearance="subtle"
          icon={<NavigationRegular />}
          aria-label={pageText(language, 'people')}
          onClick={() => {
            setDrawer(true);
          }}
        />
        <Text className={styles.product} weight="semibold">
          {pageText(language, 'product')}
        </Text>
        <ClockPanel language={language} timeZone={person.timeZone} movable={config.clock} />
        <Button
          className={styles.besideButton}
          appearance="subtle"
          icon={<SplitVerticalRegular />}
          aria-label={pageText(language, 'beside')}
          aria-pressed={beside !== undefined}
          onClick={() => {
            change({ beside: beside ? '' : otherPerson(config, person).directoryId });
          }}
        />
        <DisplayMenu
          language={language}
          address={address}
          cardMode={person.cardMode}
          onChange={change}
          onCardMode={(mode) => {
            void serviceClient.setCardMode(person.directoryId, mode);
          }}
        />
      </header>
      <main className={styles.main}>
        <div className={styles.rail}>{rail}</div>
        <div className={styles.panes}>
          <PersonPane
            {...shared}
            person={person}
            label="1"
            view={address.view}
            channel={address.channel}
            subPage={address.subPage}
            onView={(view) => {
              change({ view, subPage: '' });
            }}
            onChannel={(channel) => {
              change({ channel });
            }}
          />
          {beside && (
            <div className={styles.beside}>
              <BesidePane
                key={beside.directoryId}
                config={config}
                person={beside}
                theme={address.theme}
                phone={shared.phone}
                onChoose={(directoryId) => {
                  change({ beside: directoryId });
                }}
              />
            </div>
          )}
        </div>
      </main>
      <OverlayDrawer
        open={drawer}
        position="start"
        size="small"
        onOpenChange={(_event, data) => {
          setDrawer(data.open);
        }}
      >
        {rail}
      </OverlayDrawer>
      <Toaster toasterId={toaster} position="top-end" />
    </>
  );
}
