import type { ReactNode } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import type { DraftDto } from '../../../src/draft/api-contract';
import { aimSubject, type PairingAim } from '../../../src/domain/pairing-contract';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { StatusTag } from '../../components/status-tag';
import { useWords } from '../../lib/words-context';
import { AimsCost, resultWords } from './aim-cost';
import { aimKind, aimWords, withAim } from './aim-kinds';
import { fightingAims } from './fighting-aims';
import { HandAims } from './hand-aims';

const useStyles = makeStyles({
  aim: { display: 'grid', gap: '2px', justifyItems: 'start', minWidth: 0 },
  words: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'baseline', overflowWrap: 'anywhere' },
});

interface Props {
  readonly draft: DraftDto;
  /** The aims of the next run. */
  readonly next: readonly PairingAim[];
  /** Asks for less in one aim at the next run; absent where the draft can no longer be changed. */
  readonly onLower: ((aim: PairingAim, lowered: PairingAim) => void) | undefined;
}

/** What became of the aims of a draft: which are met, what each cost, which fight, and what can be done. */
export function AimResult({ draft, next, onLower }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const words = useWords();
  const { t, language } = words;
  const { aims } = draft.choices.policy;
  // Without a pair every limit is kept and every wish is missed: neither tells anything.
  if (draft.pairCount === 0) return null;
  if (aims.length === 0 || (draft.state !== 'ready' && draft.aims.length === 0 && draft.handAims === undefined))
    return null;
  if (draft.aims.length === 0)
    return draft.handAims === undefined ? (
      <p className={page.quiet}>{t('aim.by-hand')}</p>
    ) : (
      <HandAims aims={aims} counts={draft.handAims} />
    );
  const met = draft.aims.filter((one) => one.met).length;
  const gap = Math.max(0, ...draft.aims.map((one) => one.gap ?? 0));
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 });
  const holds = (aim: PairingAim): boolean => withAim(next, aim, aim) !== undefined;
  const changedWords = (aim: PairingAim): ReactNode => {
    if (holds(aim)) return null;
    const after = next.find((one) => aimSubject(one) === aimSubject(aim));
    return <div>{after === undefined ? t('aim.next-gone') : t('aim.next', { aim: aimWords(after, t) })}</div>;
  };
  return (
    <Section title={t(met === aims.length ? 'aim.met' : 'aim.not-met', { met, count: aims.length })}>
      <ul className={page.plain}>
        {aims.map((aim, index) => {
          const result = draft.aims[index];
          if (result === undefined) return null;
          const reached = result.reached / (result.whole ?? 1);
          const lowered = result.met ? undefined : aimKind(aim.kind).lowered(aim, reached, draft.pairCount);
          return (
            <li key={aimWords(aim, t)} className={styles.aim}>
              <div className={styles.words}>
                <AimTag result={result} />
                <span>{aimWords(aim, t)}</span>
              </div>
              <div className={page.small}>
                {resultWords(aim, result, draft, words)}
                {aimKind(aim.kind).bound === 'most' && result.reached === 0 && ` ${t('aim.nobody')}`}
              </div>
              {changedWords(aim)}
              {lowered !== undefined && holds(aim) && onLower !== undefined && (
                <Button
                  size="small"
                  onClick={() => {
                    onLower(aim, lowered);
                  }}
                >
                  {t('aim.lower', { aim: aimWords(lowered, t) })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {fightingAims(draft.aims).map((places) => (
        <div key={places.join(' ')} className={page.text}>
          {t('aim.fight', { count: places.length })}
          <ul className={page.list}>
            {places.map((place) => {
              const aim = aims[place];
              return aim === undefined ? null : <li key={place}>{aimWords(aim, t)}</li>;
            })}
          </ul>
          {t('aim.fight-help')}
        </div>
      ))}
      <AimsCost draft={draft} />
      {gap > 0 && <p className={page.quiet}>{t('aim.gap', { count: aims.length, share: share.format(gap) })}</p>}
    </Section>
  );
}

/** An aim that was refused is no failure of the pairs: it was not looked at. */
function AimTag({ result }: { readonly result: DraftDto['aims'][number] }): ReactNode {
  const { t } = useWords();
  if (result.refused !== undefined) return <StatusTag tone="plain">{t('aim.tag-no-part')}</StatusTag>;
  return result.met ? (
    <StatusTag tone="good">{t('aim.tag-met')}</StatusTag>
  ) : (
    <StatusTag tone="attention">{t('aim.tag-not-met')}</StatusTag>
  );
}
