import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
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

/** The person's own chat with the bot. */
export function ChatView() {
  const { person, text } = usePane();
  const { directoryId } = person;
  const mine = (event: PageEvent): boolean => event.directoryId === directoryId;
  const messages = useLoaded(
    directoryId,
    () => serviceClient.conversation(directoryId),
    (event) => event.type === 'message' && mine(event),
  );
  const typing = useTyping(mine);
  const presses = usePresses(directoryId, text('incomplete'));
  const say = (written: string): void => {
    serviceClient.say(directoryId, written).then(
      ({ status, error }) => {
        presses.report(
          status !== undefined && status >= 200 && status < 300
            ? undefined
            : (error ?? text('botFailed', { status: String(status) })),
        );
      },
      (error: unknown) => {
        presses.report(String(error instanceof Error ? error.message : error));
      },
    );
  };
  return (
    <>
      {!person.hasApp && (
        <MessageBar intent={person.reachable ? 'info' : 'warning'} layout="multiline">
          <MessageBarBody>{text(person.reachable ? 'viaTeam' : 'notInstalled')}</MessageBarBody>
          <MessageBarActions>
            <Button
              onClick={() => {
                serviceClient.install(directoryId).catch((error: unknown) => {
                  presses.report(String(error));
                });
              }}
            >
              {text('addApp')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {person.blocked && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{text('blocked')}</MessageBarBody>
        </MessageBar>
      )}
      <ProblemBar
        problem={messages.problem ?? (presses.dialog ? undefined : presses.problem)}
        onClose={() => {
          presses.report(undefined);
        }}
      />
      <MessageList
        messages={messages.value}
        emptyText={text('emptyChat')}
        busyWith={presses.busyWith}
        typing={typing}
        onPress={(...pressed) => {
          presses.press(...pressed);
        }}
        onSuggested={say}
      />
      <ComposeBox label={text('write')} disabled={!person.reachable} onSend={say} />
      <TaskDialogView presses={presses} />
    </>
  );
}
