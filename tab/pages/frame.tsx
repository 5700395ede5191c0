import { useEffect, useId, type ReactNode } from 'react';
import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { meSchema, type Me } from '../../src/hr-page/me-api-contract';
import { useResource } from '../api/use-resource';
import { ResourceView } from '../components/resource-view';
import { useLanguageChoice } from '../lib/language-context';
import { MeContext } from '../lib/me-context';
import { pageViews } from '../lib/page-views';
import { useWords } from '../lib/words-context';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    padding: '8px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  select: { minWidth: 0, flex: '0 1 420px' },
  main: { maxWidth: '1120px', margin: '0 auto', padding: '20px 16px 48px', boxSizing: 'border-box' },
});

/** Around every page: who reads it, and the switch between their programmes and roles. */
export function Frame({ children }: { readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const { language } = useWords();
  const { choose } = useLanguageChoice();
  const me = useResource('/me', meSchema, 30_000);
  const chosen = me.value?.language;

  useEffect(() => {
    if (chosen !== undefined && chosen !== language) choose(chosen);
  }, [chosen, language, choose]);

  return (
    <>
      {me.value !== undefined && <Switcher me={me.value} />}
      <main className={styles.main}>
        <ResourceView resource={me}>{(value) => <MeContext value={value}>{children}</MeContext>}</ResourceView>
      </main>
    </>
  );
}

function Switcher({ me }: { readonly me: Me }): ReactNode {
  const styles = useStyles();
  const { t, language } = useWords();
  const [pathname, navigate] = useLocation();
  const id = useId();
  const views = pageViews(me.programmes);
  if (views.length < 2) return null;
  const here = views.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return (
    <div className={styles.bar}>
      <label htmlFor={id} className={styles.label}>
        {t('switch.label')}
      </label>
      <Select
        id={id}
        className={styles.select}
        value={here?.path ?? ''}
        onChange={(_event, { value }) => {
          navigate(value);
        }}
      >
        {here === undefined && <option value="">{t('switch.choose')}</option>}
        {views.map((view) => (
          <option key={view.path} value={view.path}>
            {view.programme.name[language]} – {t(`switch.${view.kind}`)}
          </option>
        ))}
      </Select>
    </div>
  );
}
