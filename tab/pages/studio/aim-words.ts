import type { PairingAim } from '../../../src/pairing/contract';
import type { Translate } from '../../lib/translate';

/** What an aim asks of the pairs as a whole, as a sentence. */
export function aimWords(aim: PairingAim, t: Translate): string {
  return aim.kind === 'across'
    ? t('aim.across', { by: aim.by, percent: aim.percent })
    : t('aim.at-most', { side: aim.side, department: aim.department, pairs: aim.pairs });
}
