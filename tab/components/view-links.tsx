import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Link, useLocation, useSearchParams } from 'wouter';

const useStyles = makeStyles({
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 4px',
    listStyle: 'none',
    margin: 0,
    padding: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  link: {
    display: 'inline-block',
    padding: '10px 10px 8px',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBottom: '2px solid transparent',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '&[aria-current="true"]': {
      color: tokens.colorNeutralForeground1,
      fontWeight: tokens.fontWeightSemibold,
      borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
    },
  },
});

interface Props {
  readonly label: string;
  /** The one that is shown, which is kept as `view` in the address. */
  readonly view: string;
  readonly views: readonly { readonly view: string; readonly words: string }[];
}

/** The way between the views of one page; the rest of its address stays. */
export function ViewLinks({ label, view: shown, views }: Props): ReactNode {
  const styles = useStyles();
  const [path] = useLocation();
  const [params] = useSearchParams();
  return (
    <nav aria-label={label}>
      <ul className={styles.links}>
        {views.map(({ view, words }) => (
          <li key={view}>
            <Link
              to={`${path}?${new URLSearchParams([...withoutView(params), ['view', view]]).toString()}`}
              replace
              className={styles.link}
              {...(view === shown ? { 'aria-current': 'true' as const } : {})}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function withoutView(params: URLSearchParams): readonly [string, string][] {
  return [...params].filter(([name]) => name !== 'view');
}
