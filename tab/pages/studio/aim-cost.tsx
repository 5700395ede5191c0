import type { ReactNode } from 'react';
import type { DraftDto } from '../../../src/draft/api-contract';
import { aimSubject, type PairingAim } from '../../../src/domain/pairing-contract';
import { usePageStyles } from '../../components/page-styles';
import { useWords, type Words } from '../../lib/words-context';
import { aimKind, aimWords } from './aim-kinds';

type Result = DraftDto['aims'][number];

/** What one aim cost in the draft, or that it is told with the next one. */
export function AimCost({ aim, draft }: { readonly aim: PairingAim; readonly draft: DraftDto }): ReactNode {
  const page = usePageStyles();
  const words = useWords();
  const { t } = words;
  const drafted = draft.choices.policy.aims;
  const place = drafted.findIndex((one) => aimSubject(one) === aimSubject(aim));
  const [before, result] = [drafted[place], draft.aims[place]];
  if (before === undefined || result === undefined) return <p className={page.small}>{t('aim.cost-next')}</p>;
  const asked = JSON.stringify(before) === JSON.stringify(aim) ? '' : aimWords(before, t);
  return (
    <p className={page.text}>
      {asked !== '' && `${t('aim.as-drafted', { aim: asked })} `}
      {resultWords(before, result, draft, words)}
    </p>
  );
}

/** What all aims of the draft cost together; nothing where one alone says it. */
export function AimsCost({ draft }: { readonly draft: DraftDto }): ReactNode {
  const page = usePageStyles();
  const { t, language } = useWords();
  if (draft.aims.length < 2 || draft.totalWithoutAims === undefined) return null;
  const points = Math.max(0, draft.totalWithoutAims - draft.total);
  return (
    <p className={page.text}>
      {points === 0
        ? t('aim.together-free')
        : t('aim.together', { points, share: share(points, draft.totalWithoutAims, language) })}
    </p>
  );
}

/** What became of an aim: how many pairs and at what cost, or why it played no part. */
export function resultWords(aim: PairingAim, result: Result, draft: DraftDto, words: Words): string {
  if (result.refused !== undefined) return words.t(`aim.refused.${result.refused}`);
  return `${reachedWords(aim, result, words.t)} ${costWords(result, draft, words)}`;
}

/** How many pairs an aim counts, or may expect, and how many it asks for. */
export function reachedWords(aim: PairingAim, { reached, asked, whole = 1 }: Result, t: Words['t']): string {
  if (aim.kind === 'mixed') return t('aim.expected', { reached: reached / whole, asked: asked / whole });
  return t('aim.reached', {
    bound: aimKind(aim.kind).bound,
    reached: Math.round(reached / whole),
    asked: Math.round(asked / whole),
  });
}

/** What an aim costs beside the others, as a share of the best total with no aim and in points; how much at most where that is not certain. */
export function costWords(
  { cost, costAtMost = cost }: Result,
  draft: DraftDto,
  { t, language }: Pick<Words, 't' | 'language'>,
): string {
  const best = draft.totalWithoutAims ?? draft.total + cost;
  if (costAtMost > cost)
    return t('aim.cost-at-most', { points: costAtMost, share: share(costAtMost, best, language), least: cost });
  return cost <= 0 ? t('aim.free') : t('aim.cost', { points: cost, share: share(cost, best, language) });
}

function share(points: number, of: number, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return format.format(of === 0 ? 0 : points / of);
}
