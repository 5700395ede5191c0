import type { z } from 'zod';
import { pairingPolicySchema, type PairingPolicy } from '../../domain/pairing-contract';

type PolicyInput = z.input<typeof pairingPolicySchema>;

/** What each template of a programme changes of the defaults, and why. */
const presets: Readonly<Record<string, PolicyInput>> = {
  // One technology topic for top executives, a fast start: the subject decides, and every mentee is far above.
  'top-executives': {
    weights: {
      topics: 650,
      teaching: 100,
      pedagogy: 80,
      openness: 20,
      availability: 60,
      language: 50,
      otherFunction: 20,
      otherSite: 10,
      otherCountry: 10,
    },
    minLevelsAbove: 3,
    allowSameTeam: false,
  },
  // Digital tools and careers at once; understanding between generations is what is measured: how people learn counts more.
  'digital-and-careers': {
    weights: {
      topics: 450,
      teaching: 130,
      pedagogy: 60,
      openness: 60,
      availability: 100,
      language: 80,
      otherFunction: 80,
      otherSite: 20,
      otherCountry: 20,
    },
  },
  // Students of a university teach: guests without a level, a site or a function in the company.
  'bank-and-university': {
    weights: {
      topics: 600,
      teaching: 120,
      pedagogy: 60,
      openness: 60,
      availability: 100,
      language: 60,
      otherFunction: 0,
      otherSite: 0,
      otherCountry: 0,
    },
    allowGuests: true,
  },
  // Sustainability concerns every trade and place: distance widens views.
  sustainability: {
    weights: {
      topics: 450,
      teaching: 80,
      pedagogy: 40,
      openness: 50,
      availability: 100,
      language: 80,
      otherFunction: 100,
      otherSite: 50,
      otherCountry: 50,
    },
    allowSameTeam: false,
  },
  // Far apart in a strong hierarchy: never one team, at least two levels.
  'strong-hierarchy': {
    weights: {
      topics: 520,
      teaching: 80,
      pedagogy: 80,
      openness: 60,
      availability: 120,
      language: 80,
      otherFunction: 30,
      otherSite: 15,
      otherCountry: 15,
    },
    minLevelsAbove: 2,
    allowSameTeam: false,
  },
  blank: {},
};

/** The policy a programme of this template begins with; the defaults for a name without one. */
export function presetPolicy(template: string): PairingPolicy {
  return pairingPolicySchema.parse(Object.hasOwn(presets, template) ? presets[template] : {});
}
