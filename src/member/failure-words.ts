import type { Language } from '../language/languages';
import { memberText } from './text/member-text';

/** Why long work came to nothing; the same few words for every reason that nobody can act on. */
export function failureWords(reason: string, language: Language): string {
  const key = `job.reason.${reason}`;
  return memberText(language, memberText.has(key) ? key : 'job.reason.other');
}
