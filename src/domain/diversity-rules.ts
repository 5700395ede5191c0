import type { PairingPolicy } from './pairing-contract';
import type { ProgrammePlan } from './programme-contract';
import type { Programme } from './programme';
import type { Role } from './participant';
import type { Side } from './proposal';
import {
  diversityAttributes,
  type DiversityAnswers,
  type DiversityAttribute,
  type DiversityTally,
  type Said,
} from './diversity';

/** What people may say of themselves in this programme: what its plan asks, while it lasts. */
export function statable({ plan, state }: Programme): readonly DiversityAttribute[] {
  return state === 'closed' ? [] : diversityAttributes.filter((attribute) => plan.diversity?.[attribute] === true);
}

/** Whether an answer still counts: what was said before the programme last began to ask is erased, also where that takes a while. */
export function isOfUse(programme: Programme, attribute: DiversityAttribute, said: Said | undefined): boolean {
  if (said === undefined || !statable(programme).includes(attribute)) return false;
  return said.at >= (programme.diversitySince?.[attribute] ?? '');
}

/** The row with those answers that count; undefined where none is left. */
export function keptAnswers(programme: Programme, diversity: DiversityAnswers): DiversityAnswers | undefined {
  const kept: DiversityAnswers = {
    ...(diversity.gender !== undefined && isOfUse(programme, 'gender', diversity.gender)
      ? { gender: diversity.gender }
      : {}),
    ...(diversity.ageBand !== undefined && isOfUse(programme, 'ageBand', diversity.ageBand)
      ? { ageBand: diversity.ageBand }
      : {}),
  };
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/** What a plan asks that another did not. */
export function newlyAsked(before: ProgrammePlan, after: ProgrammePlan): readonly DiversityAttribute[] {
  return diversityAttributes.filter((one) => after.diversity?.[one] === true && before.diversity?.[one] !== true);
}

/** Whether a policy has an aim on what the programme does not ask. */
export function asksUnasked(programme: Programme, policy: PairingPolicy | undefined): boolean {
  return policy?.aims.some((aim) => aim.kind === 'mixed' && !statable(programme).includes(aim.by)) ?? false;
}

/** The sides on which somebody of this role takes part. */
export function sidesOf(role: Role): readonly Side[] {
  return role === 'both' ? ['mentor', 'mentee'] : [role];
}

/** Row key of what one side said. */
export function tallyKey(attribute: DiversityAttribute, side: Side): string {
  return `${attribute}|${side}`;
}

/** Nobody counted yet. */
export const emptyTally: DiversityTally = { groups: {}, rest: { until: '', counts: {} } };

/** The tally without what one person said: their group is counted anew before it is used again. Unchanged where they did not count yet. */
export function withoutOne(tally: DiversityTally, { group, since }: Said): DiversityTally {
  const own = Object.hasOwn(tally.groups, group) ? tally.groups[group] : undefined;
  const { until } = own ?? tally.rest;
  if (since > until) return tally;
  return own === undefined
    ? { ...tally, rest: { until } }
    : { ...tally, groups: { ...tally.groups, [group]: { until } } };
}
