import type { Language } from '../host/host';
import type { Message } from './translate';

type Loaded = Promise<{ readonly default: Readonly<Record<string, Message>> }>;

/** Words that load together, in the reader's language alone, once a page that shows them is opened. */
export interface WordGroup {
  /** Keeps the keys of what is not a text of the tab apart from those that are. */
  readonly prefix?: 'survey:' | 'topic:' | 'insight:';
  readonly load: Readonly<Record<Language, () => Loaded>>;
}

/** Words around every page, and of what pages of several roles share. */
export const frameWords: WordGroup = {
  load: { fr: () => import('../text/fr.json'), en: () => import('../text/en.json') },
};

export const myWords: WordGroup = {
  load: { fr: () => import('../pages/me/text/fr.json'), en: () => import('../pages/me/text/en.json') },
};

/** The plan of a pair, a part of a person's own page that comes after it. */
export const pairPlanWords: WordGroup = {
  load: { fr: () => import('../pages/pair-plan/text/fr.json'), en: () => import('../pages/pair-plan/text/en.json') },
};

/** The questions of surveys, word for word as on the bot's cards. */
export const surveyWords: WordGroup = {
  prefix: 'survey:',
  load: {
    fr: () => import('../../src/survey/text/fr.json'),
    en: () => import('../../src/survey/text/en.json'),
  },
};

/** What is measured, word for word as in the files that HR takes away. */
export const insightWords: WordGroup = {
  prefix: 'insight:',
  load: {
    fr: () => import('../../src/insight/text/fr.json'),
    en: () => import('../../src/insight/text/en.json'),
  },
};

/** Names of the catalogue's topics. */
export const topicWords: WordGroup = {
  prefix: 'topic:',
  load: {
    fr: () => import('../../src/catalogues/text/fr.json'),
    en: () => import('../../src/catalogues/text/en.json'),
  },
};

/** What several pages on a whole programme share. */
export const programmeWords: WordGroup = {
  load: { fr: () => import('../pages/programme/text/fr.json'), en: () => import('../pages/programme/text/en.json') },
};

export const sponsorWords: WordGroup = {
  load: { fr: () => import('../pages/sponsor/text/fr.json'), en: () => import('../pages/sponsor/text/en.json') },
};

export const overviewWords: WordGroup = {
  load: { fr: () => import('../pages/overview/text/fr.json'), en: () => import('../pages/overview/text/en.json') },
};

export const planWords: WordGroup = {
  load: { fr: () => import('../pages/plan/text/fr.json'), en: () => import('../pages/plan/text/en.json') },
};

export const questionWords: WordGroup = {
  load: { fr: () => import('../pages/questions/text/fr.json'), en: () => import('../pages/questions/text/en.json') },
};

export const needsPollWords: WordGroup = {
  load: { fr: () => import('../pages/needs-poll/text/fr.json'), en: () => import('../pages/needs-poll/text/en.json') },
};

export const peopleWords: WordGroup = {
  load: { fr: () => import('../pages/people/text/fr.json'), en: () => import('../pages/people/text/en.json') },
};

export const importWords: WordGroup = {
  load: { fr: () => import('../pages/import/text/fr.json'), en: () => import('../pages/import/text/en.json') },
};

export const studioWords: WordGroup = {
  load: { fr: () => import('../pages/studio/text/fr.json'), en: () => import('../pages/studio/text/en.json') },
};

export const pairsWords: WordGroup = {
  load: { fr: () => import('../pages/pairs/text/fr.json'), en: () => import('../pages/pairs/text/en.json') },
};

export const messagesWords: WordGroup = {
  load: { fr: () => import('../pages/messages/text/fr.json'), en: () => import('../pages/messages/text/en.json') },
};

export const resultsWords: WordGroup = {
  load: { fr: () => import('../pages/results/text/fr.json'), en: () => import('../pages/results/text/en.json') },
};

export const jobsWords: WordGroup = {
  load: { fr: () => import('../pages/jobs/text/fr.json'), en: () => import('../pages/jobs/text/en.json') },
};

export const steeringWords: WordGroup = {
  load: { fr: () => import('../pages/steering/text/fr.json'), en: () => import('../pages/steering/text/en.json') },
};

export const outsideWords: WordGroup = {
  load: { fr: () => import('../pages/outside/text/fr.json'), en: () => import('../pages/outside/text/en.json') },
};
