import type { ReactNode } from 'react';
import type { DraftDto } from '../../../src/draft/api-contract';
import { Section } from '../../components/section';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';
import { aimWords } from './aim-words';

/** What became of the aims of a draft: whether each was met, and what it cost in points. */
export function AimResult({ draft }: { readonly draft: DraftDto }): ReactNode {
  const page = usePageStyles();
  const { t, language } = useWords();
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return draft.choices.policy.aims.map((aim, index) => {
    const result = draft.aims[index];
    if (result === undefined) return null;
    const { met, reached, asked, cost, gap } = result;
    const best = draft.total + cost;
    return (
      <Section key={aim.kind} title={t(met ? 'aim.met' : 'aim.not-met')}>
        <p className={page.text}>{aimWords(aim, t)}</p>
        <p className={page.text}>{t('aim.reached', { kind: aim.kind, reached, asked })}</p>
        <p className={page.text}>
          {cost === 0
            ? t('aim.free')
            : t('aim.cost', { points: cost, share: share.format(best === 0 ? 0 : cost / best) })}
        </p>
        {gap !== undefined && gap > 0 && <p className={page.quiet}>{t('aim.gap', { share: share.format(gap) })}</p>}
      </Section>
    );
  });
}
