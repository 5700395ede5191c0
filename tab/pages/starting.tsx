import type { ReactNode } from 'react';
import { Loading } from '../components/loading';
import { useWords } from '../lib/words-context';

/** While the first page is on its way. */
export function Starting(): ReactNode {
  const { t } = useWords();
  return <Loading label={t('loading')} />;
}
