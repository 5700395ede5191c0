import { useState, type ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import { useWords } from '../lib/words-context';

interface Props {
  readonly label: string;
  readonly title: string;
  readonly children: ReactNode;
  /** The button that does it, in the words of what it does. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  /** The thing cannot be done yet, e.g. an input is empty. */
  readonly confirmDisabled?: boolean;
}

/** A button that says what will happen, and to whom, before it happens. */
export function ConfirmButton({
  label,
  title,
  children,
  confirm,
  onConfirm,
  primary = false,
  disabled = false,
  confirmDisabled = false,
}: Props): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={(_event, data) => {
        setOpen(data.open);
      }}
    >
      <DialogTrigger disableButtonEnhancement>
        <Button appearance={primary ? 'primary' : 'secondary'} disabled={disabled}>
          {label}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{t('confirm.cancel')}</Button>
            </DialogTrigger>
            <Button
              appearance="primary"
              disabled={confirmDisabled}
              onClick={() => {
                setOpen(false);
                onConfirm();
              }}
            >
              {confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
