import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { PageHeading } from '../components/page-heading';
import { usePageStyles } from '../components/page-styles';
import { useWords } from '../lib/words-context';
import { PlanLoader } from './programme/plan-loader';

/** Creates a programme from its file. */
export function NewProgramme(): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const [, navigate] = useLocation();
  return (
    <div className={page.page}>
      <PageHeading level={1} title={t('new.title')} detail={t('new.detail')} />
      <PlanLoader onSaved={(plan) => navigate(`/programmes/${plan.id}`)} />
    </div>
  );
}
