import { translate } from '../i18n/translate';
import type { Bilingual } from '../programme/contract';
import type { RenewalWish } from './model';

/** Why the two are put before HR, as a sentence. */
export function renewalReason(wish: RenewalWish): Bilingual {
  const key = `board.renewal.${wish}`;
  return { fr: translate('fr', key), en: translate('en', key) };
}
