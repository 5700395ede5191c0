import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';

type Announce = (words: string) => void;
const AnnounceContext = createContext<Announce>(() => undefined);

const useStyles = makeStyles({
  silent: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  words: { display: 'block', width: '1px', overflow: 'hidden' },
});

/** Says to screen readers what has changed without moving the focus; one polite live region for the whole tab. */
export function Announcer({ children }: { readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const [said, setSaid] = useState({ words: '', turn: 0 });
  const announce = useMemo<Announce>(
    () => (words) => {
      setSaid((before) => ({ words, turn: before.turn + 1 }));
    },
    [],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className={styles.silent}>
        <span key={said.turn} className={styles.words}>
          {said.words}
        </span>
      </div>
    </AnnounceContext>
  );
}

/** Puts a sentence into the live region. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
