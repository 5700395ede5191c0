import type { QuestionsAnswer } from '../../../src/questions/api-contract';
import { anOwnQuestion } from '../../helpers/factories/own-question';

const everywhere = { surveys: ['baseline', 'midpoint', 'closing'] } as const;

/** One question of each kind, as HR could have written them. */
export function storedQuestions(about: Partial<QuestionsAnswer> = {}): QuestionsAnswer {
  return {
    version: '7',
    isFrozen: false,
    surveys: ['baseline', 'midpoint', 'closing', 'follow-up'],
    questions: [
      anOwnQuestion('scale', {
        ...everywhere,
        place: 'before',
        words: {
          fr: 'Les échanges entre les sites de Lyon et de Metz sont faciles.',
          en: 'Working between the sites of Lyon and Metz is easy.',
        },
        ends: { low: { fr: 'pas du tout', en: 'not at all' }, high: { fr: 'tout à fait', en: 'entirely' } },
      }),
      anOwnQuestion('choice', {
        words: { fr: 'Quel format vous convient ?', en: 'Which format suits you?' },
        choices: [
          { fr: 'une heure par mois', en: 'an hour a month' },
          { fr: 'une demi-heure toutes les deux semaines', en: 'half an hour every two weeks' },
          { fr: 'une demi-journée par trimestre', en: 'half a day a quarter' },
        ],
      }),
      anOwnQuestion('choices', {
        words: { fr: 'Sur quels sujets aimeriez-vous continuer ?', en: 'Which subjects would you go on with?' },
        choices: [
          { fr: 'outils', en: 'tools' },
          { fr: 'carrières', en: 'careers' },
          { fr: 'développement durable', en: 'sustainability' },
        ],
      }),
      anOwnQuestion('zero-to-ten', {
        words: {
          fr: 'Je recommanderais ce programme à mon équipe.',
          en: 'I would recommend this programme to my team.',
        },
      }),
      anOwnQuestion('comment', {
        who: 'mentee',
        surveys: ['closing'],
        words: { fr: 'Quel âge a l’idée que vous retenez ?', en: 'How old is the idea that you keep?' },
      }),
    ],
    questionsVersion: 2,
    thresholds: { scores: 5, comments: 10 },
    least: { scores: 5, comments: 10 },
    warnings: [{ id: 'own-comment', subject: 'age' }],
    ...about,
  };
}
