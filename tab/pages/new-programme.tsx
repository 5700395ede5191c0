import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { PageHeading } from '../components/page-heading';
import { usePageStyles } from '../components/page-styles';
import { useWords } from '../lib/words-context';
import { PlanLoader } from './programme/plan-loader';

/** Creates a programme from its file. */
export function NewProgramme(): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <div className={page.page}>
      <PageHeading level={1} title={t('new.title')} detail={t('new.detail')} />
      <PlanLoader onSaved={(plan) => void navigate(`/programmes/${plan.id}`)} />
    </div>
  );
}
