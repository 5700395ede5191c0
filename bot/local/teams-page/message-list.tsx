import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { Fragment, useEffect, useRef, type ReactNode } from 'react';
import { MessageView } from './message-view';
import type { PageMessage, PressedAction } from './service-client';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    flexBasis: 0,
    minHeight: 0,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    maxWidth: '880px',
    margin: '0 auto',
    boxSizing: 'border-box',
  },
  empty: { padding: tokens.spacingVerticalXXXL, textAlign: 'center', color: tokens.colorNeutralForeground3 },
});

interface MessageListProps {
  readonly messages: readonly PageMessage[] | undefined;
  readonly emptyText: string;
  /** Id of the message whose press waits for an answer. */
  readonly busyWith: string | undefined;
  readonly typing: boolean;
  /** Put under a message, e.g. a thread's reply button. */
  readonly after?: (message: PageMessage, index: number) => ReactNode;
  readonly onPress: (message: PageMessage, action: PressedAction, inputs: Record<string, unknown>) => void;
  readonly onSuggested: (text: string) => void;
}

/** Messages in order; new ones scroll into view. */
export function MessageList({ messages, emptyText, busyWith, typing, after, onPress, onSuggested }: MessageListProps) {
  const styles = useStyles();
  const { text } = usePane();
  const end = useRef<HTMLDivElement>(null);
  const count = messages?.length ?? 0;
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [count, typing]);
  return (
    <div className={styles.scroll} tabIndex={0} role="log" aria-label={text('chat')} data-testid="messages">
      <div className={styles.list}>
        {messages === undefined && <Spinner label={text('loading')} />}
        {messages?.length === 0 && <Text className={styles.empty}>{emptyText}</Text>}
        {messages?.map((message, index) => (
          <Fragment key={message.id}>
            <MessageView
              message={message}
              last={index === messages.length - 1}
              busy={busyWith === message.id}
              onPress={onPress}
              onSuggested={onSuggested}
            />
            {after?.(message, index)}
          </Fragment>
        ))}
        {typing && <Spinner size="extra-tiny" label={text('typing')} style={{ justifyContent: 'flex-start' }} />}
        <div ref={end} />
      </div>
    </div>
  );
}
