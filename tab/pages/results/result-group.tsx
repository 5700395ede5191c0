import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { usePageStyles } from '../../components/page-styles';
import { SectionLevel } from '../../components/section-level';
import { useWords } from '../../lib/words-context';

const useStyles = makeStyles({
  group: { marginBlockStart: tokens.spacingVerticalM },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    scrollMarginBlockStart: tokens.spacingVerticalL,
    outline: 'none',
    '&[data-fui-focus-visible]': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '4px' },
  },
  links: { display: 'flex', flexWrap: 'wrap', gap: '0 20px', listStyle: 'none', margin: 0, padding: 0 },
  link: {
    display: 'inline-block',
    padding: '6px 0',
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

export type GroupName = 'changed' | 'said' | 'pairs' | 'to-come';

const idOf = (group: GroupName): string => `results-${group}`;

interface Props {
  readonly group: GroupName;
  readonly children: ReactNode;
}

/** Sections that answer one question, under a heading of their own. */
export function ResultGroup({ group, children }: Props): ReactNode {
  const page = usePageStyles();
  const styles = useStyles();
  const { t } = useWords();
  return (
    <div className={`${page.page} ${styles.group}`}>
      <h3 id={idOf(group)} tabIndex={-1} className={styles.title}>
        {t(`results.group.${group}`)}
      </h3>
      <SectionLevel value={4}>{children}</SectionLevel>
    </div>
  );
}

/** The way to each group of a long page; the address stays, since it names a page. */
export function GroupLinks({ groups }: { readonly groups: readonly GroupName[] }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <nav aria-label={t('results.groups')}>
      <ul className={styles.links}>
        {groups.map((group) => (
          <li key={group}>
            <a
              href={`#${idOf(group)}`}
              className={styles.link}
              onClick={(event) => {
                event.preventDefault();
                const heading = document.getElementById(idOf(group));
                heading?.scrollIntoView();
                heading?.focus({ preventScroll: true });
              }}
            >
              {t(`results.group.${group}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
