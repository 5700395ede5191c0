import { useId, useRef, type ReactNode } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { usePageStyles } from './page-styles';

const useStyles = makeStyles({ input: { display: 'none' } });

interface Props {
  readonly label: string;
  readonly hint: string;
  /** Endings, e.g. `.csv,.xlsx`. */
  readonly accept: string;
  readonly disabled?: boolean;
  readonly primary?: boolean;
  readonly onFile: (file: File) => void;
}

/** A button that asks for one file. */
export function FilePicker({ label, hint, accept, disabled = false, primary = true, onFile }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  return (
    <div className={page.stack}>
      <div>
        <Button
          appearance={primary ? 'primary' : 'secondary'}
          disabled={disabled}
          aria-describedby={hintId}
          onClick={() => input.current?.click()}
        >
          {label}
        </Button>
      </div>
      <span id={hintId} className={page.small}>
        {hint}
      </span>
      <input
        ref={input}
        type="file"
        accept={accept}
        className={styles.input}
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file can be chosen again after it was mended.
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </div>
  );
}
