import { findFormerPairs } from '../pair/find-former-pairs';
import type { FormerIds } from '../domain/former-pair';
import type { DraftSeen } from '../domain/draft';
import type { Instant } from '../kernel/clock';
import { readWhole } from '../kernel/read-all';
import type { Participant, PersonProfile } from '../domain/participant';
import { wantsPartner } from '../domain/participant-rules';
import type { Ports } from '../domain/ports';
import type { Side } from '../domain/proposal';
import { holdsPlaces } from '../domain/proposal-rules';

const mostNames = 100;

/** Who is paired, and what is known of them beside what they say themselves. */
export interface Candidates {
  readonly people: readonly PersonProfile[];
  readonly asked: readonly (readonly [string, string])[];
  /** Of this programme and of every other. */
  readonly formerPairs: readonly FormerIds[];
  /** Of everybody the programme knows, so that no chain of managers has a hole where somebody takes no part. */
  readonly reportingLines: readonly (readonly [string, string])[];
  /** How many are in `people`, and who is not since each place of theirs is taken. */
  readonly seen: DraftSeen;
  /** Whether the manager of anybody enrolled is known. */
  readonly knowsManagers: boolean;
}

/** The enrolled and reachable who still have a place; throws `rows-unreadable` rather than overlook somebody. */
export async function readCandidates(
  ports: Ports<'programmes' | 'people'>,
  programmeId: string,
  now: Instant,
): Promise<Candidates> {
  const taken = new Map<string, number>();
  const held = new Set<string>();
  const take = ({ mentorId, menteeId }: { readonly mentorId: string; readonly menteeId: string }): void => {
    for (const key of [`mentor|${mentorId}`, `mentee|${menteeId}`]) taken.set(key, (taken.get(key) ?? 0) + 1);
  };
  const formerPairs: FormerIds[] = [];
  for await (const { value } of readWhole(ports.programmes, programmeId, 'pair')) {
    if (value.endedAt === undefined) take(value);
    else formerPairs.push([value.mentorId, value.menteeId, value.endedAt]);
  }
  const asked: (readonly [string, string])[] = [];
  for await (const { value } of readWhole(ports.programmes, programmeId, 'proposal')) {
    asked.push([value.mentorId, value.menteeId]);
    if (!holdsPlaces(value, now)) continue;
    take(value);
    for (const id of [value.mentorId, value.menteeId]) held.add(id);
  }
  const people: PersonProfile[] = [];
  const candidates: Participant[] = [];
  const heldNames: string[] = [];
  let inPairs = 0;
  let knowsManagers = false;
  const lines = new Map<string, string>();
  for await (const row of readWhole(ports.programmes, programmeId, 'line')) lines.set(row.key, row.value.managerId);
  for await (const { value } of readWhole(ports.programmes, programmeId, 'participant')) {
    if (value.profile.managerId !== undefined) lines.set(value.id, value.profile.managerId);
    const takenAs = (side: Side): number => taken.get(`${side}|${value.id}`) ?? 0;
    // Somebody of one role may be in the other where a pair swapped its roles: that place is the same.
    const takenOn = (side: Side): number =>
      value.profile.role === 'both' ? takenAs(side) : takenAs('mentor') + takenAs('mentee');
    if (value.state === 'enrolled' && value.profile.managerId !== undefined) knowsManagers = true;
    if (value.state !== 'enrolled' || value.reach !== 'reachable') continue;
    const free = withFreePlaces(value.profile, (side) => value.profile.capacity - takenOn(side));
    // Counted before what they wish is looked at: whether somebody pauses must not show in it.
    if (free === undefined) {
      if (held.has(value.id)) heldNames.push(value.profile.name);
      else inPairs++;
      continue;
    }
    if (!wantsPartner(value, now)) continue;
    people.push(free);
    candidates.push(value);
  }
  formerPairs.push(...(await findFormerPairs(ports, candidates)));
  const seen = {
    free: people.length,
    inPairs,
    held: heldNames.length,
    heldNames: heldNames.toSorted((one, other) => one.localeCompare(other)).slice(0, mostNames),
  };
  return { people, asked, formerPairs, reportingLines: [...lines], seen, knowsManagers };
}

/** The person with the places they still have; somebody who is both and has a place on one side only takes part on that side. */
function withFreePlaces(profile: PersonProfile, left: (side: Side) => number): PersonProfile | undefined {
  const sides = (['mentor', 'mentee'] as const).filter(
    (side) => (profile.role === 'both' || profile.role === side) && left(side) > 0,
  );
  const [first] = sides;
  if (first === undefined) return undefined;
  return { ...profile, role: sides.length === 2 ? 'both' : first, capacity: Math.min(...sides.map(left)) };
}
