import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { CardView } from './card-view';
import { usePane } from './pane-context';
import type { Presses } from './use-presses';

const useStyles = makeStyles({
  surface: { maxWidth: '600px', width: 'calc(100vw - 24px)', boxSizing: 'border-box' },
  frame: { width: '100%', height: '60vh', border: 'none' },
});

/** A dialog (task module) with the bot's card or page in it. */
export function TaskDialogView({ presses }: { readonly presses: Presses }) {
  const styles = useStyles();
  const { person, text, config } = usePane();
  const { dialog, lastWord, problem } = presses;
  if (!dialog) return null;
  return (
    <Dialog
      open
      onOpenChange={(_event, data) => {
        if (!data.open) presses.closeDialog();
      }}
    >
      <DialogSurface className={`task-dialog ${styles.surface}`} data-testid="task-dialog">
        <DialogBody>
          <DialogTitle
            action={
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={text('close')}
                onClick={() => {
                  presses.closeDialog();
                }}
              />
            }
          >
            {dialog.title ?? config.botName}
          </DialogTitle>
          <DialogContent>
            {problem !== undefined && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{problem}</MessageBarBody>
              </MessageBar>
            )}
            {lastWord !== undefined && <Text>{lastWord}</Text>}
            {lastWord === undefined && dialog.card && (
              <CardView
                card={dialog.card}
                cardMode="1.5"
                language={person.language}
                busy={presses.busyWith === dialog.dialogId}
                onPress={(action, inputs) => {
                  presses.submit(action, inputs);
                }}
              />
            )}
            {lastWord === undefined && dialog.url !== undefined && (
              <iframe className={styles.frame} src={dialog.url} title={dialog.title ?? config.botName} />
            )}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
