import type { ProgrammePlan, ProgrammePlanInput } from '../../../src/domain/programme-contract';
import { programmePlanSchema } from '../../../src/domain/programme-contract';
import type { Contact, Programme } from '../../../src/domain/programme';

/** A complete plan of a programme of six months. */
export function aPlan(overrides: Partial<ProgrammePlanInput> = {}): ProgrammePlan {
  return programmePlanSchema.parse({
    id: 'passages',
    name: { fr: 'Passages', en: 'Passages' },
    objectives: [
      {
        kind: 'digital-skills',
        wording: { fr: 'Utiliser l’IA au quotidien', en: 'Use AI every day' },
        measure: { fr: 'Part des cadres qui l’utilisent', en: 'Share of leaders who use it' },
        baseline: 20,
        target: 60,
      },
    ],
    sponsor: { name: 'Hélène Marchand', email: 'helene.marchand@example.com' },
    administrators: [{ name: 'Awa Diop', email: 'awa.diop@example.com' }],
    startsOn: '2027-01-11',
    channel: { team: 'Passages', channel: 'Général' },
    surveys: {},
    ...overrides,
  });
}

/** A programme that runs; `plan` as in `aPlan`. */
export function aProgramme({
  plan,
  ...overrides
}: Partial<Omit<Programme, 'plan'>> & { readonly plan?: Partial<ProgrammePlanInput> } = {}): Programme {
  const id = overrides.id ?? plan?.id ?? 'passages';
  return {
    id,
    plan: aPlan({ ...plan, id }),
    state: 'running',
    createdAt: '2026-11-01T08:00:00.000Z',
    pledge: { at: '2026-11-05T08:00:00.000Z', words: 'Je m’engage.' },
    channel: {
      teamId: 'team-1',
      channelId: 'channel-1',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      teamName: 'Passages',
      channelName: 'Général',
    },
    openedAt: '2026-11-06T08:00:00.000Z',
    revision: 3,
    ...overrides,
  };
}

/** The sponsor, linked and reachable. */
export function aContact(overrides: Partial<Contact> = {}): Contact {
  return {
    id: 'sponsor',
    role: 'sponsor',
    name: 'Hélène Marchand',
    email: 'helene.marchand@example.com',
    language: 'fr',
    timeZone: 'Europe/Paris',
    reach: 'reachable',
    ...overrides,
  };
}
