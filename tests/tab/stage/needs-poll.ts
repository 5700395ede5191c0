import { catalogueTopics, familyName } from '../../../src/catalogues/topics';
import type { Language } from '../../../src/language/languages';
import type { NeedsPollAnswer } from '../../../src/needs-poll/api-contract';

const topics = ['generative-ai', 'prompting', 'cybersecurity', 'podcasts', 'short-video'];

/** Enrolment is not open yet, and nobody has been asked. */
export function pollToOpen(language: Language, about: Partial<NeedsPollAnswer> = {}): NeedsPollAnswer {
  const families = new Map<string, string[]>();
  for (const topic of catalogueTopics()) {
    const words = familyName(topic, language);
    families.set(words, [...(families.get(words) ?? []), topic]);
  }
  return {
    version: '7',
    isBeforeEnrolment: true,
    fewestAsked: 20,
    fewestTold: 5,
    topicLimits: { fewest: 3, most: 15 },
    days: { first: '2026-11-26', last: '2026-12-24' },
    families: [...families].map(([words, inIt]) => ({ words, topics: inIt })),
    populations: [
      { population: 'everyone', people: 48, isAskedBefore: false },
      { population: 'mentors', people: 31, isAskedBefore: false },
      { population: 'mentees', people: 17, isAskedBefore: false },
    ],
    isUncounted: false,
    polls: [],
    ...about,
  };
}

const poll = { id: '1', population: 'everyone', topics, closesOn: '2026-12-04', invited: 48, findings: [] } as const;

/** A poll that takes answers. */
export function openPoll(language: Language): NeedsPollAnswer {
  return pollToOpen(language, { populations: [], polls: [{ ...poll, state: 'open' }] });
}

/** A poll that has closed, in words and numbers; one of its objectives is in the plan. */
export function closedPoll(language: Language): NeedsPollAnswer {
  const isFrench = language === 'fr';
  return pollToOpen(language, {
    populations: [
      { population: 'everyone', people: 48, isAskedBefore: true },
      { population: 'mentors', people: 31, isAskedBefore: true },
      { population: 'mentees', people: 17, isAskedBefore: true },
    ],
    polls: [
      {
        ...poll,
        state: 'closed',
        result: {
          takePart: [
            { of: ['yes'], people: 21 },
            { of: ['perhaps'], people: 9 },
            { of: ['no', 'silent'], people: 18 },
          ],
          topics: [
            { topic: 'generative-ai', learn: 17, teach: 6 },
            { topic: 'cybersecurity', learn: 11 },
            { topic: 'podcasts', learn: 7, teach: 12 },
            { topic: 'short-video', teach: 8 },
          ],
        },
        findings: [
          {
            finding: 'learn:generative-ai',
            wording: isFrench
              ? 'Davantage d’aisance sur le sujet\u00A0: IA générative'
              : 'More people at ease with: Generative AI',
            isInPlan: true,
          },
          {
            finding: 'take-part',
            wording: isFrench
              ? 'Les personnes prêtes à participer participent'
              : 'People who said they would take part do take part',
            isInPlan: false,
          },
        ],
      },
    ],
  });
}
