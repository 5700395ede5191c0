import type { PersonProfile } from '../domain/participant';
import type { PairingPolicy } from '../domain/pairing-contract';
import type { RuleCode } from '../domain/pairing';
import { preparePairing } from '../pairing/scoring/prepare-pairing';
import { breaks } from '../pairing/scoring/rules';

/** The rules that follow from the organisation and hold for as long as two people are together, the gravest first. */
const lastingRules: readonly RuleCode[] = [
  'reporting-line',
  'same-manager',
  'appraisal',
  'same-team',
  'guest',
  'partner',
];

/** The first rule of the organisation that two people break together, or undefined. `reportingLines`: manager's id by id, all the way up. */
export function findBrokenRule(
  mentor: PersonProfile,
  mentee: PersonProfile,
  policy: PairingPolicy,
  reportingLines: ReadonlyMap<string, string>,
): RuleCode | undefined {
  // Two who swapped roles are not in the roles of the file.
  const people = [
    { ...mentor, role: 'mentor' as const },
    { ...mentee, role: 'mentee' as const },
  ];
  const pairing = preparePairing(people, { policy, seed: 0, reportingLines });
  const mentorIndex = pairing.mentors.findIndex(({ id }) => id === mentor.id);
  const menteeIndex = pairing.mentees.findIndex(({ id }) => id === mentee.id);
  if (mentorIndex < 0 || menteeIndex < 0) return undefined;
  return lastingRules.find((code) => breaks(pairing, code, mentorIndex, menteeIndex));
}
