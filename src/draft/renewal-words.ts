import { byLanguage } from '../language/languages';
import { draftText } from './text/draft-text';
import type { Bilingual } from '../domain/programme-contract';
import type { RenewalWish } from '../domain/renewal';

/** Why the two are put before HR, as a sentence. */
export function renewalReason(wish: RenewalWish): Bilingual {
  return byLanguage((language) => draftText(language, `renewal.${wish}`));
}
