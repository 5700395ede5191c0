import { Dropdown, makeStyles, Option, Text, tokens } from '@fluentui/react-components';
import { ComposeBox } from './compose-box';
import { MessageList } from './message-list';
import { usePane } from './pane-context';
import { ProblemBar } from './problem-bar';
import { serviceClient } from './service-client';
import type { PageEvent } from './service-events';
import { TaskDialogView } from './task-dialog';
import { useLoaded } from './use-loaded';
import { usePresses } from './use-presses';
import { useTyping } from './use-typing';

const useStyles = makeStyles({
  choose: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  dropdown: { minWidth: 0, width: '100%', maxWidth: '420px' },
  empty: { padding: tokens.spacingVerticalXXXL, textAlign: 'center', color: tokens.colorNeutralForeground3 },
});

interface ChannelViewProps {
  readonly chosen: string | undefined;
  readonly onChoose: (channelId: string) => void;
}

/** A channel of one of the person's teams. */
export function ChannelView({ chosen, onChoose }: ChannelViewProps) {
  const styles = useStyles();
  const { config, person, text } = usePane();
  const channels = config.teams
    .filter((team) => team.members.includes(person.directoryId))
    .flatMap((team) =>
      team.channels.map((channel) => ({
        id: channel.id,
        label: `${team.name} · ${channel.name}`,
        general: channel.id === team.id,
      })),
    );
  const current = channels.find(({ id }) => id === chosen) ?? channels.find(({ general }) => !general) ?? channels[0];
  if (!current) return <Text className={styles.empty}>{text('noChannel')}</Text>;
  return (
    <>
      <div className={styles.choose}>
        <Dropdown
          className={styles.dropdown}
          aria-label={text('channel')}
          value={current.label}
          selectedOptions={[current.id]}
          onOptionSelect={(_event, data) => {
            if (data.optionValue) onChoose(data.optionValue);
          }}
        >
          {channels.map(({ id, label }) => (
            <Option key={id} value={id}>
              {label}
            </Option>
          ))}
        </Dropdown>
      </div>
      <ChannelMessages key={current.id} channelId={current.id} label={current.label} />
    </>
  );
}

function ChannelMessages({ channelId, label }: { readonly channelId: string; readonly label: string }) {
  const { person, text } = usePane();
  const { directoryId } = person;
  const here = (event: PageEvent): boolean =>
    event.channelId === channelId ||
    (event.type === 'message' && event.directoryId === directoryId && event.change === 'updated');
  const messages = useLoaded(
    `${channelId}|${directoryId}`,
    () => serviceClient.channel(channelId, directoryId),
    (event) => event.type === 'message' && here(event),
  );
  const typing = useTyping((event) => event.channelId === channelId);
  const presses = usePresses(directoryId, text('incomplete'));
  const say = (written: string): void => {
    serviceClient.say(directoryId, written, { channelId }).catch((error: unknown) => {
      presses.report(error instanceof Error ? error.message : String(error));
    });
  };
  return (
    <>
      <ProblemBar
        problem={messages.problem ?? (presses.dialog ? undefined : presses.problem)}
        onClose={() => {
          presses.report(undefined);
        }}
      />
      <MessageList
        messages={messages.value}
        emptyText={text('emptyChannel')}
        busyWith={presses.busyWith}
        typing={typing}
        onPress={(...pressed) => {
          presses.press(...pressed);
        }}
        onSuggested={say}
      />
      <ComposeBox label={text('writeChannel', { channel: label })} disabled={false} onSend={say} />
      <TaskDialogView presses={presses} />
    </>
  );
}
