import type { ReactNode } from 'react';
import type { Results } from '../../../src/insight/results-contract';
import { fewestGuarded } from '../../../src/privacy/small-groups';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';

/** From how many answers on a figure is there, and why what is not has no number. */
export function PrivacyNote({ thresholds: { scores } }: Pick<Results, 'thresholds'>): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  return <p className={page.quiet}>{t('results.privacy', { scores, guarded: Math.max(fewestGuarded, scores) })}</p>;
}
