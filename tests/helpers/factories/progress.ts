import { progressSchema, type ProgressPage } from '../../../src/hr-page/progress-api-contract';
import { movesWords } from '../../../src/hr-page/moves-words';
import { steeringSchema, type Steering } from '../../../src/hr-page/steering-api-contract';
import { someMoves } from './moves';

const rounds: ProgressPage['rounds'] = [
  { id: 'baseline', instrument: 'baseline', state: 'closed', asked: 48, atLeast: 40 },
  { id: 'midpoint', instrument: 'midpoint', state: 'closed', asked: 46, atLeast: 35 },
  { id: 'closing', instrument: 'closing', state: 'planned' },
].map((round) => ({
  ...round,
  opensAt: '2027-01-11T08:00:00.000Z',
  closesAt: '2027-02-25T08:00:00.000Z',
})) as ProgressPage['rounds'];

/** A programme of 24 pairs in its fourth month, two of which have ended, as HR reads it. */
export function someProgress(overrides: Partial<ProgressPage> = {}): ProgressPage {
  return progressSchema.parse({
    invited: 61,
    enrolled: 50,
    paired: 47,
    hours: { held: 61, planned: 68 },
    months: [
      { number: 1, held: 23, planned: 24 },
      { number: 2, held: 21, planned: 23 },
      { number: 3, held: 17, planned: 21 },
      { number: 4, held: 0, planned: 0 },
      { number: 5, held: 0, planned: 0 },
      { number: 6, held: 0, planned: 0 },
    ],
    topics: [
      { topic: 'generative-ai', pairs: 12, held: 31 },
      { topic: 'climate', pairs: 7, held: 18 },
      { topic: 'cybersecurity', pairs: 5, held: 12 },
    ],
    ways: [
      { mentor: 'Systèmes d’information', mentee: 'Direction commerciale', pairs: 8 },
      { mentor: 'Développement durable', mentee: 'Achats', pairs: 5 },
    ],
    across: { function: { joining: 19, of: 24 }, site: { joining: 9, of: 22 } },
    over: { finished: 17, of: 20, low: 0.64, high: 0.95 },
    rounds,
    ...overrides,
  });
}

/** The same programme as its sponsor reads it: two pairs have ended, so nothing is told that all pairs come to. */
export function progressOfSponsor(): ProgressPage {
  const { paired: _paired, over: _over, topics, ...told } = someProgress({ ways: [], months: [], across: {} });
  return {
    ...told,
    topics: topics.map(({ topic, pairs }) => ({ topic, pairs })),
    rounds: rounds.map(({ asked: _asked, ...round }) => round),
  };
}

const inWords = {
  fr: {
    date: 'Chiffres au 15 avril 2027. Mois 4 sur 6.',
    decisions: [
      'Le sponsor ne s’est pas encore engagé',
      'Un brouillon de 2 binômes est prêt à publier',
      '2 binômes ont passé deux mois sans séance',
      'Un objectif est en deçà de sa cible',
    ],
    hours: '61 h tenues sur 68 prévues à ce jour',
    targets: [
      ['Les dirigeants se servent de l’IA générative dans leur travail.', 'Cible atteinte.'],
      ['Les générations se comprennent mieux.', 'En deçà de sa cible.'],
      ['Des idées nourrissent la feuille de route.', 'Mesuré autrement que par les réponses.'],
    ],
    way: ['Du point de départ 24\u00a0% à la cible 45\u00a0%.', 'À mi-parcours\u00a0: 48\u00a0% (21 personnes).'],
  },
  en: {
    date: 'Figures as of 15 April 2027. Month 4 of 6.',
    decisions: [
      'The sponsor has not pledged yet',
      'A draft with 2 pairs is ready to publish',
      '2 pairs have had two months without a session',
      'One objective is short of its target',
    ],
    hours: '61 hours held of 68 planned by today',
    targets: [
      ['Senior leaders use generative AI in their work.', 'Target reached.'],
      ['The generations understand each other better.', 'Short of its target.'],
      ['Ideas feed the roadmap.', 'Measured otherwise than by answers.'],
    ],
    way: ['From 24% at the start to a target of 45%.', 'Half-way: 48% (21 people).'],
  },
} as const;

/** The same programme on its page of the month, in the reader's language. */
export function someSteering(language: 'fr' | 'en', overrides: Partial<Steering> = {}): Steering {
  const { date, decisions, hours, targets, way } = inWords[language];
  const kinds = ['pledge', 'publish', 'needs-a-time', 'behind'] as const;
  const states = ['reached', 'behind', 'otherwise'] as const;
  const { months } = someProgress();
  return steeringSchema.parse({
    name: language === 'fr' ? 'Regards croisés' : 'Crossed views',
    date,
    decisions: decisions.map((words, index) => ({ decision: kinds[index], count: 1, words })),
    hours: { words: hours, held: 61, planned: 68, months },
    targets: targets.map(([wording, state], index) => ({
      wording,
      state: states[index],
      words: index === 2 ? [state] : [...way, state],
    })),
    moves: [...movesWords(someMoves(), language)],
    ...overrides,
  });
}
