import {
  Avatar,
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular, MoreHorizontalRegular } from '@fluentui/react-icons';
import { useMemo, type ReactNode } from 'react';
import { ChannelView } from './channel-view';
import { ChatView } from './chat-view';
import type { PageTheme, PaneView } from './page-address';
import { pageLanguageOf } from './page-text';
import { paneContextOf, PaneProvider } from './pane-context';
import { serviceClient, type PageConfig, type PagePerson } from './service-client';
import { TabView } from './tab-view';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    flexGrow: 1,
    flexBasis: 0,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  phone: {
    flexGrow: 0,
    flexBasis: '360px',
    width: '360px',
    maxWidth: '100%',
    margin: '0 auto',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflow: 'hidden',
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexWrap: 'wrap',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  names: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1, flexBasis: '140px' },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  faint: { color: tokens.colorNeutralForeground3 },
  tabs: { flexBasis: '100%', marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})` },
  body: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

interface PersonPaneProps {
  readonly config: PageConfig;
  readonly person: PagePerson;
  readonly view: PaneView;
  readonly channel: string | undefined;
  readonly subPage: string | undefined;
  readonly theme: PageTheme;
  readonly phone: boolean;
  readonly label: string;
  /** Shown before the name, e.g. who else may be chosen for this side. */
  readonly chooser?: ReactNode;
  readonly onView: (view: PaneView) => void;
  readonly onChannel: (channelId: string) => void;
  readonly onClose?: () => void;
}

/** One person's Teams: their chat with the bot, their channel, their tab. */
export function PersonPane({
  config,
  person,
  view,
  channel,
  subPage,
  theme,
  phone,
  label,
  chooser,
  onView,
  onChannel,
  onClose,
}: PersonPaneProps) {
  const styles = useStyles();
  const language = pageLanguageOf(person.language);
  const pane = useMemo(() => paneContextOf(config, person, language), [config, person, language]);
  const { text } = pane;
  const { directoryId } = person;
  return (
    <PaneProvider value={pane}>
      <section
        className={mergeClasses(styles.pane, phone && styles.phone)}
        lang={language}
        aria-label={`${label} ${person.name}`}
        data-testid={`pane-${directoryId}`}
      >
        <header className={styles.head}>
          <Avatar name={person.name} color="colorful" size={36} aria-hidden />
          <div className={styles.names}>
            {chooser ?? (
              <Text as="h1" size={400} weight="semibold" className={styles.cut} style={{ margin: 0 }}>
                {person.name}
              </Text>
            )}
            <Text size={200} className={mergeClasses(styles.cut, styles.faint)}>
              {person.jobTitle ?? person.email}
            </Text>
          </div>
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={text('more')} />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {person.hasApp ? (
                  <MenuItem
                    onClick={() => {
                      void serviceClient.uninstall(directoryId);
                    }}
                  >
                    {text('removeApp')}
                  </MenuItem>
                ) : (
                  <MenuItem
                    onClick={() => {
                      void serviceClient.install(directoryId);
                    }}
                  >
                    {text('addApp')}
                  </MenuItem>
                )}
                <MenuItem
                  onClick={() => {
                    void serviceClient.block(directoryId, !person.blocked);
                  }}
                >
                  {text(person.blocked ? 'unblock' : 'block')}
                </MenuItem>
              </MenuList>
            </MenuPopover>
          </Menu>
          {onClose && (
            <Button appearance="subtle" icon={<DismissRegular />} aria-label={text('closeBeside')} onClick={onClose} />
          )}
          <TabList
            className={styles.tabs}
            selectedValue={view}
            onTabSelect={(_event, data) => {
              onView(data.value as PaneView);
            }}
          >
            <Tab value="chat">{text('chat')}</Tab>
            <Tab value="channel">{text('channel')}</Tab>
            <Tab value="tab">{config.botName}</Tab>
          </TabList>
        </header>
        <div className={styles.body}>
          {view === 'chat' && <ChatView key={directoryId} />}
          {view === 'channel' && <ChannelView key={directoryId} chosen={channel} onChoose={onChannel} />}
          {view === 'tab' && <TabView key={directoryId} theme={theme} subPage={subPage} />}
        </div>
      </section>
    </PaneProvider>
  );
}
