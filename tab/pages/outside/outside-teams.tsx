import type { ReactNode } from 'react';
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { Notice } from '../../components/notice';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';

const useStyles = makeStyles({
  title: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  main: { maxWidth: '640px', margin: '0 auto', padding: '10vh 16px', display: 'grid', gap: tokens.spacingVerticalL },
});

/** The page opened in a browser window of its own: where it lives, and the way there. `origins` are those of Local Teams. */
export function OutsideTeams({ origins }: { readonly origins: readonly string[] }): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <main className={styles.main}>
      <div>
        <title>Passerelle</title>
        <h1 className={styles.title}>{t('outside.title')}</h1>
        <p className={page.quiet}>{t('outside.detail')}</p>
      </div>
      <Notice title={t('outside.how')} text={t('outside.private')}>
        <ol className={page.list}>
          <li>{t('outside.step-1')}</li>
          <li>{t('outside.step-2')}</li>
          <li>{t('outside.step-3')}</li>
        </ol>
      </Notice>
      {origins.length > 0 && (
        <Notice title={t('outside.local')} text={t('outside.local-text')}>
          {origins.map((origin) => (
            <Link key={origin} href={origin}>
              {t('outside.local-open', { address: origin })}
            </Link>
          ))}
        </Notice>
      )}
    </main>
  );
}
