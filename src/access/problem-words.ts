import { translate } from '../i18n/translate';
import type { Language } from '../programme/contract';
import type { ProblemCode } from './api-contract';

/** What was not done, what is safe and what to do, for a refusal of the API. */
export function problemWords(code: ProblemCode, language: Language): string {
  return translate(language, `access.problem.${code}`);
}
