import { useEffect, useRef, type ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { goneTo } from '../lib/history-state';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: tokens.spacingVerticalM,
  },
  words: { flex: '1 1 260px', minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    outline: 'none',
    // Fluent marks so what has the focus while the reader goes by keyboard; the browser also does after a choice in a list by pointer.
    '&[data-fui-focus-visible]': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '4px' },
  },
  large: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  detail: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2, maxWidth: '70ch' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly title: string;
  readonly detail?: ReactNode;
  readonly actions?: ReactNode;
  /** 1 where the page has no frame of its own above it. */
  readonly level?: 1 | 2;
}

/** The title of a page: names the window, and takes the focus when the reader has come from another page. */
export function PageHeading({ title, detail, actions, level = 2 }: Props): ReactNode {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  // Where a redirect led the way in, the reader has chosen nothing yet, and the focus stays where it is.
  const arrivedByLink = useRef(history.state === goneTo);
  const Heading = level === 1 ? 'h1' : 'h2';

  useEffect(() => {
    if (arrivedByLink.current) heading.current?.focus();
  }, []);

  return (
    <div className={styles.row}>
      <title>{`${title} – Passerelle`}</title>
      <div className={styles.words}>
        <Heading ref={heading} tabIndex={-1} className={level === 1 ? `${styles.title} ${styles.large}` : styles.title}>
          {title}
        </Heading>
        {detail !== undefined && <p className={styles.detail}>{detail}</p>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
