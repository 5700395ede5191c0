import { useSyncExternalStore, type ReactNode } from 'react';
import { makeStyles, Select, tokens } from '@fluentui/react-components';
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
  menu: { paddingBottom: tokens.spacingVerticalS },
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

const parts = [
  'overview',
  'people',
  'needs-poll',
  'pairing',
  'pairs',
  'questions',
  'results',
  'steering',
  'messages',
  'jobs',
] as const;

/** Around HR's pages of one programme: its name, where it stands, and the way to each part. */
export function ProgrammeFrame({ children }: { readonly children?: ReactNode }): ReactNode {
  const styles = useStyles();
  const { t, format, language } = useWords();
  const id = useProgrammeId();
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
          <Parts programmeId={id} />
          <InZone timeZone={programme.timeZone}>{children}</InZone>
        </div>
      )}
    </ResourceView>
  );
}

/** The way to each part: links beside one another, or a menu on a phone, where they would push the page out of sight. */
function Parts({ programmeId: id }: { readonly programmeId: string }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const [here, navigate] = useLocation();
  const isNarrow = useIsNarrow();
  const ways = parts.map((part) => ({
    path: part === 'overview' ? `/programmes/${id}` : `/programmes/${id}/${part}`,
    words: t(`nav.${part}`),
  }));
  const open = ways.find(({ path }) => path === here)?.path ?? '';
  return (
    <nav aria-label={t('nav.label')} className={styles.nav}>
      {isNarrow ? (
        <Select
          aria-label={t('nav.label')}
          className={styles.menu}
          value={open}
          onChange={(_event, { value }) => {
            navigate(value);
          }}
        >
          {open === '' && <option value="">{t('nav.label')}</option>}
          {ways.map(({ path, words }) => (
            <option key={path} value={path}>
              {words}
            </option>
          ))}
        </Select>
      ) : (
        <ul className={styles.links}>
          {ways.map(({ path, words }) => (
            <li key={path}>
              <Link to={path} className={styles.link} {...(path === open ? { 'aria-current': 'page' } : {})}>
                {words}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

const narrow = window.matchMedia('(max-width: 480px)');

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      narrow.addEventListener('change', changed);
      return () => {
        narrow.removeEventListener('change', changed);
      };
    },
    () => narrow.matches,
  );
}
