import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { Notice } from '../components/notice';
import { PageHeading } from '../components/page-heading';
import { ledHere } from '../lib/history-state';
import { usePageStyles } from '../components/page-styles';
import { TextLink } from '../components/text-link';
import { useMe } from '../lib/me-context';
import { pageViews } from '../lib/page-views';
import { useWords } from '../lib/words-context';

/** Leads to the first page that the reader's roles give; tells those without one how it comes. */
export function Landing(): ReactNode {
  const me = useMe();
  const page = usePageStyles();
  const { t } = useWords();
  const [first] = pageViews(me.programmes);
  if (first !== undefined) return <Redirect to={first.path} replace state={ledHere} />;
  return (
    <div className={page.page}>
      <PageHeading level={1} title={t('landing.title', { name: me.name })} />
      {me.administratorOfAll ? (
        <Notice title={t('landing.admin-title')} text={t('landing.admin-text')}>
          <TextLink to="/new">{t('landing.admin-open')}</TextLink>
        </Notice>
      ) : (
        <Notice title={t('landing.empty-title')} text={t('landing.empty-text')} />
      )}
    </div>
  );
}
