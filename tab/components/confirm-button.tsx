import { useId, useRef, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { usePageStyles } from './page-styles';
import { useWords } from '../lib/words-context';

const useStyles = makeStyles({
  dialog: {
    boxSizing: 'border-box',
    width: 'min(560px, calc(100vw - 32px))',
    maxHeight: 'calc(100vh - 32px)',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalXXL,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    '::backdrop': { backgroundColor: 'rgba(0, 0, 0, 0.4)' },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  /** In a cell of a table: one line, its words under those above it. */
  inRow: { whiteSpace: 'nowrap', marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly label: string;
  readonly title: string;
  readonly children: ReactNode;
  /** The button that does it, in the words of what it does. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  /** The dialog opens: whatever it tells may be fetched. */
  readonly onOpen?: () => void;
  readonly primary?: boolean;
  /** One of many alike, such as one in each row of a list: small, and told apart by whom it is about. */
  readonly about?: string;
  readonly disabled?: boolean;
  /** The thing cannot be done yet, e.g. an input is empty. */
  readonly confirmDisabled?: boolean;
}

/** A button that says what will happen, and to whom, before it happens. The browser's own dialog keeps and gives back the focus. */
export function ConfirmButton(props: Props): ReactNode {
  const {
    label,
    title,
    children,
    confirm,
    onConfirm,
    primary = false,
    disabled = false,
    confirmDisabled = false,
  } = props;
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <>
      <Button
        appearance={primary ? 'primary' : props.about === undefined ? 'secondary' : 'subtle'}
        {...(props.about === undefined
          ? {}
          : {
              size: 'small' as const,
              className: styles.inRow,
              'aria-label': `${label}${t('confirm.about', { name: props.about })}`,
            })}
        disabled={disabled}
        onClick={() => {
          props.onOpen?.();
          dialog.current?.showModal();
        }}
      >
        {label}
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId}>
        <div className={page.page}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          <div>{children}</div>
          <div className={styles.actions}>
            <Button onClick={() => dialog.current?.close()}>{t('confirm.cancel')}</Button>
            <Button
              appearance="primary"
              disabled={confirmDisabled}
              onClick={() => {
                dialog.current?.close();
                onConfirm();
              }}
            >
              {confirm}
            </Button>
          </div>
        </div>
      </dialog>
    </>
  );
}
