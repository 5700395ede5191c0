import type { ReactNode } from 'react';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { ChangeRows, type Change } from './change-rows';

/** How people see the start today: beside the comparison, never in its place. */
export function LookingBackSection({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const back = changes.filter((change) => change.since === 'looking-back');
  if (back.length === 0) return null;
  const clear = back.filter(({ low, high }) => low > 0 || high < 0);
  return (
    <Section title={t('looking-back.title', { count: clear.length, total: back.length })}>
      <p className={page.quiet}>{t('looking-back.what')}</p>
      <ChangeRows changes={back} />
    </Section>
  );
}
