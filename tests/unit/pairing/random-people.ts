import fc from 'fast-check';
import { learningWays, notStatedFields, type PersonProfile, type Role } from '../../../src/domain/participant';
import { pairingPolicySchema, type PairingPolicy } from '../../../src/domain/pairing-contract';
import type { Absence } from '../../../src/domain/pairing';
import type { PairingOptions } from '../../../src/pairing/scoring/prepare-pairing';
import { person } from './person-factory';

const topics = ['generative-ai', 'prompting', 'podcasts', 'climate', 'own:x', 'own:X', 'own:y'];
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const ways = maybe(fc.subarray([...learningWays]));
const stated = maybe(fc.integer({ min: 1, max: 4 }));
const topic = fc.constantFrom(...topics);
const once = { maxLength: 3, selector: (one: { readonly topic: string }): string => one.topic };

const row = fc.record(
  {
    role: fc.constantFrom<Role>('mentor', 'mentee', 'both'),
    languages: fc.subarray(['fr', 'en', 'de'], { minLength: 1 }),
    timeZone: fc.constantFrom('Europe/Paris', 'America/Toronto', 'Asia/Tokyo', 'Asia/Kathmandu'),
    level: maybe(fc.integer({ min: 1, max: 10 })),
    capacity: fc.integer({ min: 0, max: 3 }),
    site: fc.constantFrom('Lyon', 'Paris', undefined),
    country: fc.constantFrom('FR', 'JP', undefined),
    function: fc.constantFrom('Finance', 'finance', 'IT', undefined),
    team: fc.constantFrom('Web', 'web', 'Data', undefined),
    expertise: fc.uniqueArray(fc.record({ topic, level: fc.integer({ min: 1, max: 4 }) }), once),
    goals: fc.uniqueArray(fc.record({ topic, priority: fc.integer({ min: 1, max: 3 }) }), once),
    managerId: maybe(fc.nat({ max: 12 }).map((index) => `p${index}`)),
    exclude: fc.uniqueArray(
      fc.nat({ max: 12 }).map((index) => `p${index}`),
      { maxLength: 1 },
    ),
    appraisedBy: maybe(
      fc.uniqueArray(
        fc.nat({ max: 12 }).map((index) => `p${index}`),
        { maxLength: 2 },
      ),
    ),
    guest: fc.boolean(),
    partnerOrganisation: fc.constantFrom('University', undefined, undefined),
    teachingStyle: ways,
    learningStyle: ways,
    pedagogy: stated,
    openness: stated,
    notStated: maybe(fc.subarray([...notStatedFields], { minLength: 1 })),
  },
  { noNullPrototype: true },
);

/** Up to twelve people with any composition of what the engine reads, managers in loops and outside the group among them. */
export const randomPeople: fc.Arbitrary<readonly PersonProfile[]> = fc.array(row, { maxLength: 12 }).map((rows) =>
  rows.map((one, index) => {
    const known = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));
    return person(`p${index}`, known);
  }),
);

export const randomPolicy: fc.Arbitrary<PairingPolicy> = fc
  .record({
    minLevelsAbove: fc.integer({ min: -3, max: 3 }),
    minCommonHours: fc.integer({ min: 1, max: 12 }),
    minScore: fc.constantFrom(0, 0, 300, 500),
    allowSameTeam: fc.boolean(),
    allowGuests: fc.boolean(),
    topics: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ topics: weight, ...policy }) => pairingPolicySchema.parse({ ...policy, weights: { topics: weight } }));

const ids = fc.nat({ max: 12 }).map((index) => `p${index}`);
const pairs = fc.array(fc.tuple(ids, ids), { maxLength: 2 });

export const randomOptions: fc.Arbitrary<PairingOptions> = fc.record({
  policy: randomPolicy,
  seed: fc.nat({ max: 1000 }),
  asked: pairs,
  apart: pairs,
  absent: fc
    .array(fc.tuple(ids, fc.constantFrom<Absence>('paused', 'withdrawn', 'not-enrolled')), { maxLength: 2 })
    .map((list) => new Map(list)),
});
