import type { ReactNode } from 'react';
import type { DraftDto } from '../../../src/draft/api-contract';
import type { PairingAim } from '../../../src/domain/pairing-contract';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { StatusTag } from '../../components/status-tag';
import { useWords } from '../../lib/words-context';
import { aimKind, aimWords } from './aim-kinds';

interface Props {
  readonly aims: readonly PairingAim[];
  readonly counts: NonNullable<DraftDto['handAims']>;
}

/** How many pairs each aim counts once the draft was changed by hand; what it costs is told by a search only. */
export function HandAims({ aims, counts }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <Section title={t('aim.after-hand', { count: aims.length })}>
      <ul className={page.plain}>
        {aims.map((aim, index) => {
          const count = counts[index] ?? undefined;
          return (
            <li key={aimWords(aim, t)}>
              {count !== undefined && (
                <StatusTag tone={count.met ? 'good' : 'attention'}>
                  {t(count.met ? 'aim.tag-met' : 'aim.tag-not-met')}
                </StatusTag>
              )}{' '}
              <span>{aimWords(aim, t)}</span>
              <div className={page.small}>
                {count === undefined
                  ? t('aim.told-next')
                  : t('aim.reached', { bound: aimKind(aim.kind).bound, reached: count.reached, asked: count.asked })}
              </div>
            </li>
          );
        })}
      </ul>
      <p className={page.quiet}>{t('aim.cost-after-hand')}</p>
    </Section>
  );
}
