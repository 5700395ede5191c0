import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    alignItems: 'flex-end',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
  },
  text: { flexGrow: 1, minWidth: 0 },
});

interface ComposeBoxProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly onSend: (text: string) => void;
}

/** Where one writes; Enter sends, Shift+Enter makes a new line. */
export function ComposeBox({ label, disabled, onSend }: ComposeBoxProps) {
  const styles = useStyles();
  const { text } = usePane();
  const [draft, setDraft] = useState('');
  const send = (): void => {
    const written = draft.trim();
    if (written === '') return;
    setDraft('');
    onSend(written);
  };
  return (
    <form
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        className={styles.text}
        rows={1}
        resize="none"
        value={draft}
        disabled={disabled}
        placeholder={label}
        textarea={{ 'aria-label': label }}
        onChange={(_event, data) => {
          setDraft(data.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <Button
        type="submit"
        appearance="primary"
        icon={<SendRegular />}
        aria-label={text('send')}
        disabled={disabled || draft.trim() === ''}
      />
    </form>
  );
}
