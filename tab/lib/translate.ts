import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../host/host';
import type importTexts from '../pages/import/text/en.json';
import type jobsTexts from '../pages/jobs/text/en.json';
import type myTexts from '../pages/me/text/en.json';
import type messagesTexts from '../pages/messages/text/en.json';
import type needsPollTexts from '../pages/needs-poll/text/en.json';
import type outsideTexts from '../pages/outside/text/en.json';
import type overviewTexts from '../pages/overview/text/en.json';
import type pairPlanTexts from '../pages/pair-plan/text/en.json';
import type pairsTexts from '../pages/pairs/text/en.json';
import type peopleTexts from '../pages/people/text/en.json';
import type planTexts from '../pages/plan/text/en.json';
import type programmeTexts from '../pages/programme/text/en.json';
import type questionTexts from '../pages/questions/text/en.json';
import type resultsTexts from '../pages/results/text/en.json';
import type sponsorTexts from '../pages/sponsor/text/en.json';
import type steeringTexts from '../pages/steering/text/en.json';
import type studioTexts from '../pages/studio/text/en.json';
import type frameTexts from '../text/en.json';

export type TextKey = keyof (typeof frameTexts &
  typeof importTexts &
  typeof jobsTexts &
  typeof messagesTexts &
  typeof myTexts &
  typeof needsPollTexts &
  typeof outsideTexts &
  typeof overviewTexts &
  typeof pairPlanTexts &
  typeof pairsTexts &
  typeof peopleTexts &
  typeof planTexts &
  typeof programmeTexts &
  typeof questionTexts &
  typeof resultsTexts &
  typeof sponsorTexts &
  typeof steeringTexts &
  typeof studioTexts);

/** A text as it was written, or, where it holds places to fill, as the build has read it (`compile-messages.ts`). */
export type Message = string | Exclude<ConstructorParameters<typeof IntlMessageFormat>[0], string>;
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** The words of a key in one language, its ICU placeholders filled. Every key exists in every language (a test checks it). */
export function createTranslate(language: Language, find: (key: TextKey) => Message | undefined): Translate {
  const made = new Map<TextKey, IntlMessageFormat>();
  return (key, values = {}) => {
    const text = find(key);
    if (text === undefined) throw new Error(`The words of ${key} are not those of a page that is open.`);
    // Most texts hold no place: what is written is what is read.
    if (typeof text === 'string' && !text.includes('{')) return text;
    let message = made.get(key);
    if (message === undefined) {
      message = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
      made.set(key, message);
    }
    return String(message.format(values));
  };
}
