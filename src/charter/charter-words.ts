import type { Language } from '../language/languages';
import type { CharterState } from '../pair/read-charter';
import { charterText } from './text/charter-text';

/** Version of the words below. Other words are another version; whoever has accepted an earlier one is not asked again. */
export const charterVersion = 1;

const sentences = ['confidential', 'working-time', 'no-favours', 'no-appraisal', 'may-stop'] as const;

/** The charter as it is asked for today, a sentence each. */
export function charterWords(language: Language): readonly string[] {
  return sentences.map((sentence) => charterText(language, `charter.words.${sentence}`));
}

/** The charter for somebody who has accepted it, or is asked to: in their language, or as they accepted it where it has changed since. */
export function wordsFor({ accepted }: CharterState, language: Language): readonly string[] {
  return accepted === undefined || accepted.version === charterVersion ? charterWords(language) : accepted.words;
}
