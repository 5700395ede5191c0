import { dispatchText } from './text/dispatch-text';
import type { Language } from '../language/languages';
import type { FrozenField } from '../programme/find-frozen';
import type { ProblemCode } from './problem-api-contract';

/** What was not done, what is safe and what to do, for a refusal of the API. */
export function problemWords(code: ProblemCode, language: Language): string {
  return dispatchText(language, `problem.${code}`);
}

/** A field of the plan that is settled once enrolment is open, as people call it. */
export function frozenWords(field: FrozenField, language: Language): string {
  return dispatchText(language, `frozen.${field}`);
}
