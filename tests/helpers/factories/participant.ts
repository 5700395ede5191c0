import type { Participant, PersonProfile } from '../../../src/domain/participant';

/** A mentor in Paris who works on weekdays. */
export function aProfile(overrides: Partial<PersonProfile> = {}): PersonProfile {
  return {
    id: 'p1',
    name: 'Inès Belkacem',
    role: 'mentor',
    languages: ['fr', 'en'],
    timeZone: 'Europe/Paris',
    country: 'FR',
    site: 'Paris',
    function: 'Marketing',
    level: 2,
    expertise: [{ topic: 'generative-ai', level: 4 }],
    goals: [],
    availability: (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => ({ day, from: '09:00', to: '18:00' })),
    capacity: 1,
    exclude: [],
    guest: false,
    consentDiversity: false,
    ...overrides,
  };
}

/** An enrolled participant, linked and reachable, whose manager is somebody outside the programme; `profile` as in `aProfile`. */
export function aParticipant({
  profile,
  ...overrides
}: Partial<Omit<Participant, 'profile'>> & { readonly profile?: Partial<PersonProfile> } = {}): Participant {
  const id = overrides.id ?? profile?.id ?? 'p1';
  return {
    id,
    profile: aProfile({ managerId: `manager-of-${id}`, ...profile, id }),
    state: 'enrolled',
    reach: 'reachable',
    importHash: 'hash',
    invitedAt: '2026-11-06T08:00:00.000Z',
    enrolledAt: '2026-11-07T08:00:00.000Z',
    revision: 2,
    ...overrides,
  };
}
