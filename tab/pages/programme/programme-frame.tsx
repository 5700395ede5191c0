import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Link, useLocation } from 'wouter';
import { ResourceView } from '../../components/resource-view';
import { useOverview } from '../../lib/use-overview';
import { InZone } from '../../lib/in-zone';
import { StatusTag } from '../../components/status-tag';
import { useProgrammeId } from '../../lib/use-programme-id';
import { useWords } from '../../lib/words-context';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  dates: { margin: 0, flexBasis: '100%', color: tokens.colorNeutralForeground2 },
  nav: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  links: { display: 'flex', flexWrap: 'wrap', gap: '0 4px', listStyle: 'none', margin: 0, padding: 0 },
  link: {
    display: 'inline-block',
    padding: '10px 10px 8px',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBottom: '2px solid transparent',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '&[aria-current="page"]': {
      color: tokens.colorNeutralForeground1,
      fontWeight: tokens.fontWeightSemibold,
      borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
    },
  },
});

const parts = ['overview', 'people', 'pairing', 'pairs', 'messages', 'jobs'] as const;

/** Around HR's pages of one programme: its name, where it stands, and the way to each part. */
export function ProgrammeFrame({ children }: { readonly children?: ReactNode }): ReactNode {
  const styles = useStyles();
  const { t, format, language } = useWords();
  const id = useProgrammeId();
  const [here] = useLocation();
  const overview = useOverview(id);
  return (
    <ResourceView resource={overview}>
      {(programme) => (
        <div className={styles.frame}>
          <header className={styles.head}>
            <h1 className={styles.name}>{programme.name[language]}</h1>
            <StatusTag tone={programme.state === 'running' || programme.state === 'enrolling' ? 'good' : 'plain'}>
              {t(`programme.state.${programme.state}`)}
            </StatusTag>
            <p className={styles.dates}>
              {t('programme.dates', {
                start: format.day(programme.startsOn),
                months: programme.months,
                format: t(`programme.format.${programme.format}`),
              })}
            </p>
            <p className={styles.dates}>{t('programme.zone', { zone: format.zone(programme.timeZone) })}</p>
          </header>
          <nav aria-label={t('nav.label')} className={styles.nav}>
            <ul className={styles.links}>
              {parts.map((part) => {
                const path = part === 'overview' ? `/programmes/${id}` : `/programmes/${id}/${part}`;
                return (
                  <li key={part}>
                    <Link to={path} className={styles.link} {...(here === path ? { 'aria-current': 'page' } : {})}>
                      {t(`nav.${part}`)}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </nav>
          <InZone timeZone={programme.timeZone}>{children}</InZone>
        </div>
      )}
    </ResourceView>
  );
}
