import { z } from 'zod';
import { foldText } from '../kernel/fold-text';

/** What pairs may be mixed in, over the whole programme and by groups only. */
export const mixedBy = ['gender', 'ageBand'] as const;
export type MixedBy = (typeof mixedBy)[number];

const points = z.number().int().min(0).max(1000);

/** What the pairs of a programme should be like as a whole; about gender and age band by groups of five and more only, never about origin. */
const aim = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('across'),
      by: z.enum(['function', 'site', 'country']).describe('What the two should differ in.'),
      percent: z.number().int().min(1).max(100).describe('At least so many of a hundred pairs.'),
    })
    .describe('At least a share of the pairs is across functions, sites or countries.'),
  z
    .strictObject({
      kind: z.literal('at-most'),
      side: z.enum(['mentor', 'mentee']).describe('Whose department counts.'),
      department: z.string().trim().min(1).max(200).regex(/\S/u).describe('The department, as in the people file.'),
      pairs: z.number().int().min(0).max(10_000).describe('At most so many pairs.'),
    })
    .describe('At most so many pairs have a mentor, or a mentee, of one department.'),
  z
    .strictObject({
      kind: z.literal('mixed'),
      by: z.enum(mixedBy).describe('What the two should differ in.'),
      percent: z.number().int().min(1).max(100).describe('At least so many of a hundred pairs.'),
    })
    .describe(
      'At least a share of the pairs is mixed in gender or age band, where the programme asks and people said it themselves. Worked out from how functions of five answers or more are made up, never from a person; refused where fewer than five of a side have said.',
    ),
]);
export type PairingAim = z.infer<typeof aim>;

/** Aims that one programme may have at once. */
export const mostAims = 4;

/** What an aim is about, as a key: two about the same would be one of them, or a contradiction. */
export function aimSubject(one: PairingAim): string {
  if (one.kind === 'mixed') return `mixed ${one.by}`;
  return one.kind === 'across' ? `across ${one.by}` : `at-most ${one.side} ${foldText(one.department)}`;
}

/** What a check of the policy itself refuses, as an issue's `refusal`: whoever shows it has the words. */
export type PolicyRefusal = 'same-subject';

/** What HR may decide about the choice of pairs; every field has a default. */
export const pairingPolicySchema = z
  .strictObject({
    aims: z
      .array(aim)
      .max(mostAims)
      .superRefine((aims, context) => {
        const subjects = aims.map(aimSubject);
        for (const [index, subject] of subjects.entries())
          if (subjects.indexOf(subject) < index)
            context.addIssue({
              code: 'custom',
              path: [index],
              message: 'Another aim is about the same: keep the stricter of the two.',
              params: { refusal: 'same-subject' satisfies PolicyRefusal },
            });
      })
      .default([])
      .describe(
        'What the pairs should be like as a whole: up to four aims at once, each about something else. Aims never cost a pair, only points, and what each costs is told; where they cannot all be met, which ones fight.',
      ),
    weights: z
      .strictObject({
        topics: points
          .default(500)
          .describe('Most points for topics the mentor shares and the mentee wants to explore.'),
        teaching: points
          .default(100)
          .describe(
            'Points where the mentor likes to teach in a way the mentee likes to learn; half where one of them has not said.',
          ),
        pedagogy: points
          .default(50)
          .describe('Most points for the mentor’s ease in sharing, self-stated from 1 to 4; 2 where not stated.'),
        openness: points
          .default(50)
          .describe(
            'Most points for the mentee’s openness to new topics, self-stated from 1 to 4; 2 where not stated.',
          ),
        availability: points
          .default(100)
          .describe('Most points for common working hours; reached at ten hours a week.'),
        language: points.default(80).describe('Most points for a language both are comfortable in.'),
        otherFunction: points.default(60).describe('Points where the two work in different functions.'),
        otherSite: points.default(30).describe('Points where the two work at different sites.'),
        otherCountry: points.default(30).describe('Points where the two work in different countries.'),
      })
      .prefault({})
      .describe(
        'Whole points of each part of a score, from 0 to 1000. Age, gender and origin are no part of any score.',
      ),
    minLevelsAbove: z
      .number()
      .int()
      .min(-9)
      .max(9)
      .default(1)
      .describe('Levels the mentee must at least be above the mentor, where both levels are known.'),
    minCommonHours: z
      .number()
      .min(1)
      .max(40)
      .default(1)
      .describe(
        'Working hours a week the two must at least have in common, in summer and in winter; one of them without a break.',
      ),
    minScore: z
      .number()
      .int()
      .min(0)
      .max(10_000)
      .default(0)
      .describe('Pairs below this score are not proposed: nobody is forced into a poor pair.'),
    allowSameTeam: z.boolean().default(true).describe('Whether two people of one team may be paired.'),
    allowGuests: z
      .boolean()
      .default(false)
      .describe(
        'Whether guests from outside the company may be paired. People of a partner are guests, and are only paired as mentors, with people of the company.',
      ),
    monthsApart: z
      .number()
      .int()
      .min(0)
      .max(120)
      .default(24)
      .describe('Months after its end in which a former pair is not put together again.'),
    liftWorst: z
      .boolean()
      .default(false)
      .describe(
        'Whether the pair with the fewest points is lifted first, then the total; never at the cost of a pair, nor of an aim.',
      ),
  })
  .describe(
    'How pairs are chosen: what a score is made of, and what is not allowed beyond the rules that always hold.',
  );

export type PairingPolicy = z.infer<typeof pairingPolicySchema>;
