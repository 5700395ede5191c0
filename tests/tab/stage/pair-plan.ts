import type { Language } from '../../../src/language/languages';
import { myPlanSchema, type MyPlan } from '../../../src/pair-plan/api-contract';
import { sessionWords } from '../../../src/pair-plan/session-words';
import { writtenPlan, type Format } from '../../../src/pair-plan/written-sessions';
import { programmeId } from './fixtures';

/** The plan of the pair of `myPage`: two of its sessions are past, and the third has an aim in their own words. */
export function myPlan(language: Language = 'en', format: Format = 'informal', more: Partial<MyPlan> = {}): MyPlan {
  const to = { language, side: 'mentor', mentor: 'Zoé', mentee: 'Kenji', topics: ['generative-ai'] } as const;
  return myPlanSchema.parse({
    ...(format === 'shared-project'
      ? { project: { question: 'A question.', deliverable: 'A page.', demo: 'The last session.' } }
      : {}),
    current: 3,
    sessions: writtenPlan(format, 6).map((name, index) => {
      const number = index + 1;
      const ref = { programmeId, pairId: 'pair-1', revision: 4, number };
      const aim = number === 3 ? { aim: 'Prepare the trade fair' } : {};
      return {
        number,
        isPast: number < 3,
        ...sessionWords({ name, ...aim }, to),
        actions: [
          ...(number < 3 ? [] : [{ verb: 'plan/aim', ...ref, words: aim.aim ?? '' }]),
          ...(number === 3 || number === 4 ? [{ verb: 'plan/swap', ...ref, with: number + 1 }] : []),
        ],
      };
    }),
    ...more,
  });
}
