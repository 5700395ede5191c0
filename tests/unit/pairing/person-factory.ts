import { createHash } from 'node:crypto';
import type { PersonProfile } from '../../../src/domain/participant';
import { usualAvailability } from '../../../src/enrolment/read-availability';
import { pairingPolicySchema, type PairingPolicy } from '../../../src/domain/pairing-contract';
import { draftPairs, type DraftOptions } from '../../../src/pairing/draft-pairs';
import type { PairDraft } from '../../../src/domain/pairing';

export function person(id: string, overrides: Partial<PersonProfile> = {}): PersonProfile {
  return {
    id,
    name: `Person ${id}`,
    role: 'mentor',
    languages: ['fr', 'en'],
    timeZone: 'Europe/Paris',
    expertise: [],
    goals: [],
    availability: usualAvailability(),
    capacity: 1,
    exclude: [],
    guest: false,
    consentDiversity: false,
    ...overrides,
  };
}

export const mentor = (id: string, overrides: Partial<PersonProfile> = {}): PersonProfile =>
  person(id, { role: 'mentor', ...overrides });
export const mentee = (id: string, overrides: Partial<PersonProfile> = {}): PersonProfile =>
  person(id, { role: 'mentee', ...overrides });

export function policyWith(overrides: Partial<PairingPolicy> = {}): PairingPolicy {
  return { ...pairingPolicySchema.parse({}), ...overrides };
}

export function draft(people: readonly PersonProfile[], options: Partial<DraftOptions> = {}): PairDraft {
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  return draftPairs(people, { policy: policyWith(), seed: 1, hash, ...options });
}
