import {
  Avatar,
  Button,
  Link,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CardView } from './card-view';
import { messageHtml } from './markdown';
import { pageTime } from './page-text';
import { usePane } from './pane-context';
import type { PageMessage, PressedAction } from './service-client';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start', minWidth: 0 },
  ownRow: { justifyContent: 'flex-end' },
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    flexBasis: '520px',
    flexGrow: 0,
    flexShrink: 1,
  },
  ownColumn: { alignItems: 'flex-end', flexBasis: 'auto', maxWidth: '80%' },
  head: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'baseline', flexWrap: 'wrap' },
  faint: { color: tokens.colorNeutralForeground3 },
  bubble: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    width: 'fit-content',
    maxWidth: '100%',
    boxSizing: 'border-box',
    overflowWrap: 'anywhere',
    '& p': { margin: 0 },
    '& p + p': { marginTop: tokens.spacingVerticalS },
    '& ul, & ol': { margin: 0, paddingLeft: tokens.spacingHorizontalXXL },
    '& a': { color: tokens.colorBrandForegroundLink },
  },
  own: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorNeutralForeground1, whiteSpace: 'pre-wrap' },
  cardFrame: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
    overflow: 'hidden',
    width: '100%',
    boxSizing: 'border-box',
  },
  suggested: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
  },
});

interface MessageViewProps {
  readonly message: PageMessage;
  /** The last message shows its suggested answers. */
  readonly last: boolean;
  readonly busy: boolean;
  readonly onPress: (message: PageMessage, action: PressedAction, inputs: Record<string, unknown>) => void;
  readonly onSuggested: (text: string) => void;
}

/** One message: a bubble, its cards, and what the client shows under them. */
export function MessageView({ message, last, busy, onPress, onSuggested }: MessageViewProps) {
  const styles = useStyles();
  const { person, language, text } = usePane();
  const own = message.directoryId === person.directoryId;
  const time = pageTime(language, message.at, person.timeZone, 'short');
  return (
    <article
      className={mergeClasses(styles.row, own && styles.ownRow)}
      data-testid="message"
      data-author={message.author}
      aria-label={`${message.authorName}, ${time}`}
    >
      {!own && (
        <Avatar
          name={message.authorName}
          size={32}
          color={message.author === 'bot' ? 'brand' : 'colorful'}
          shape={message.author === 'bot' ? 'square' : 'circular'}
          aria-hidden
        />
      )}
      <div className={mergeClasses(styles.column, own && styles.ownColumn)}>
        <div className={styles.head}>
          {!own && (
            <Text size={200} weight="semibold">
              {message.authorName}
            </Text>
          )}
          <Text size={200} className={styles.faint}>
            <time dateTime={message.at}>{time}</time>
            {message.editedAt !== undefined && !message.deleted ? ` · ${text('edited')}` : ''}
          </Text>
        </div>
        {message.deleted ? (
          <Text italic className={styles.faint}>
            {text('deleted')}
          </Text>
        ) : (
          <>
            {message.text !== undefined && message.text !== '' && <Bubble message={message} own={own} />}
            {message.cards.map((card, index) => (
              <div key={index} className={styles.cardFrame}>
                <CardView
                  card={card}
                  cardMode={person.cardMode}
                  language={person.language}
                  busy={busy}
                  onPress={(action, inputs) => {
                    onPress(message, action, inputs);
                  }}
                />
              </div>
            ))}
            {message.otherAttachments.map((attachment) => (
              <div key={attachment.name ?? attachment.contentUrl} className={styles.bubble}>
                {attachment.contentUrl === undefined ? (
                  attachment.name
                ) : (
                  <Link href={attachment.contentUrl} target="_blank">
                    {attachment.name ?? attachment.contentUrl}
                  </Link>
                )}
              </div>
            ))}
          </>
        )}
        {message.notice && !message.deleted && (
          <MessageBar
            intent={message.notice.kind === 'error' ? 'error' : 'success'}
            layout="multiline"
            data-testid="card-notice"
          >
            <MessageBarBody>{message.notice.text}</MessageBarBody>
          </MessageBar>
        )}
        {last && message.suggestedActions?.actions && (
          <div className={styles.suggested}>
            {message.suggestedActions.actions.map((action) => (
              <Button
                key={action.title}
                size="small"
                shape="circular"
                onClick={() => {
                  onSuggested(action.value);
                }}
              >
                {action.title}
              </Button>
            ))}
          </div>
        )}
      </div>
    </article>
  );
}

function Bubble({ message, own }: { readonly message: PageMessage; readonly own: boolean }) {
  const styles = useStyles();
  const text = (message.text ?? '').replace(/<at>([^<]*)<\/at>/gu, '@$1');
  if (message.author === 'bot')
    return <div className={styles.bubble} dangerouslySetInnerHTML={{ __html: messageHtml(text) }} />;
  return <div className={mergeClasses(styles.bubble, own && styles.own)}>{text}</div>;
}
