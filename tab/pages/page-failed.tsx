import type { ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Notice } from '../components/notice';
import { PageHeading } from '../components/page-heading';
import { useWords } from '../lib/words-context';

const useStyles = makeStyles({
  page: { padding: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalL },
});

/** When a page could not be loaded or drawn: what is safe, and the way on. */
export function PageFailed(): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <main className={styles.page}>
      <PageHeading level={1} title={t('failed.title')} />
      <Notice title={t('failed.safe')} text={t('failed.text')}>
        <Button
          appearance="primary"
          onClick={() => {
            window.location.reload();
          }}
        >
          {t('failed.reload')}
        </Button>
      </Notice>
    </main>
  );
}
