import { enrolmentText } from './text/enrolment-text';
import type { Language } from '../language/languages';
import type { ReachState } from '../domain/participant';

/** What makes a person reachable by the bot; nothing where they are. */
export function reachRemedy(reach: ReachState, language: Language): string | undefined {
  return reach === 'reachable' ? undefined : enrolmentText(language, `remedy.${reach}`);
}
