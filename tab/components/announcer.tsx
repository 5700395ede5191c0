import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

type Announce = (words: string) => void;
const AnnounceContext = createContext<Announce>(() => undefined);

/** How long a sentence stays to be read: six seconds, the longest ones long enough at four words a second. */
const shownFor = 6000;

const useStyles = makeStyles({
  place: {
    position: 'fixed',
    // Between both edges: from the middle on there would be half a phone to write in.
    left: tokens.spacingHorizontalL,
    right: tokens.spacingHorizontalL,
    bottom: tokens.spacingVerticalL,
    display: 'grid',
    justifyItems: 'center',
    zIndex: 10,
    pointerEvents: 'none',
  },
  words: {
    display: 'block',
    maxWidth: '560px',
    padding: '8px 16px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow16,
  },
});

/** Says what has changed, to be read and to screen readers, without moving the focus; one polite live region for the whole tab. */
export function Announcer({ children }: { readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const [said, setSaid] = useState({ words: '', turn: 0 });
  const announce = useMemo<Announce>(
    () => (words) => {
      setSaid((before) => ({ words, turn: before.turn + 1 }));
    },
    [],
  );
  useEffect(() => {
    if (said.words === '') return undefined;
    const timer = setTimeout(() => {
      setSaid((before) => ({ ...before, words: '' }));
    }, shownFor);
    return () => {
      clearTimeout(timer);
    };
  }, [said]);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className={styles.place}>
        {said.words !== '' && (
          <span key={said.turn} className={styles.words}>
            {said.words}
          </span>
        )}
      </div>
    </AnnounceContext>
  );
}

/** Puts a sentence into the live region. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
