import { translate } from '../language/translate';
import type { Bilingual } from '../domain/programme-contract';
import type { RenewalWish } from '../domain/renewal';

/** Why the two are put before HR, as a sentence. */
export function renewalReason(wish: RenewalWish): Bilingual {
  const key = `board.renewal.${wish}`;
  return { fr: translate('fr', key), en: translate('en', key) };
}
