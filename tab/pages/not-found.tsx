import type { ReactNode } from 'react';
import { Notice } from '../components/notice';
import { PageHeading } from '../components/page-heading';
import { usePageStyles } from '../components/page-styles';
import { TextLink } from '../components/text-link';
import { useWords } from '../lib/words-context';

/** An address the tab does not have. */
export function NotFound(): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <div className={page.page}>
      <PageHeading level={1} title={t('not-found.title')} />
      <Notice title={t('not-found.what')} text={t('not-found.text')}>
        <TextLink to="/">{t('not-found.home')}</TextLink>
      </Notice>
    </div>
  );
}
