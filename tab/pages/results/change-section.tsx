import type { ReactNode } from 'react';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { ChangeRows, type Change } from './change-rows';

interface Props {
  readonly changes: readonly Change[];
  readonly title: 'changes.title' | 'follow-up.title';
}

/** How the same people changed since the baseline. */
export function ChangeSection({ changes, title }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const since = changes.filter((change) => change.since === 'baseline');
  const clear = since.filter(({ low, high }) => low > 0 || high < 0);
  return (
    <Section
      title={since.length === 0 ? t('changes.title-none') : t(title, { count: clear.length, total: since.length })}
    >
      <p className={page.quiet}>{since.length === 0 ? t('changes.none') : t('changes.what')}</p>
      {since.length > 0 && <ChangeRows changes={since} />}
    </Section>
  );
}
