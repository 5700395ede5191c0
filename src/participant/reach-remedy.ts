import { translate } from '../i18n/translate';
import type { Language } from '../programme/contract';
import type { ReachState } from './model';

/** What makes a person reachable by the bot; nothing where they are. */
export function reachRemedy(reach: ReachState, language: Language): string | undefined {
  return reach === 'reachable' ? undefined : translate(language, `board.remedy.${reach}`);
}
