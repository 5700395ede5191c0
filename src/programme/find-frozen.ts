import type { Objective, ProgrammePlan } from '../domain/programme-contract';
import { thresholdsOf } from '../privacy/small-groups';
import { languages } from '../language/languages';

/** What people were invited on and what the measures rest on: settled once enrolment is open. */
export const frozenFields = [
  'startsOn',
  'months',
  'format',
  'timeZone',
  'country',
  'template',
  'objectives',
  'surveys',
  'pilot',
  'thresholds',
  'retention',
] as const;
export type FrozenField = (typeof frozenFields)[number];

/**
 * The fields in which a plan differs from the one people were invited on; empty when it may replace it. Free to change are the name, the
 * wording of objectives, how people are addressed, the languages of the channel, the channel, the sponsor, administrators and delegates. Thresholds may
 * rise, since more is hidden then than people were promised, and never fall.
 */
export function findFrozen(before: ProgrammePlan, after: ProgrammePlan): readonly FrozenField[] {
  return frozenFields.filter((field) =>
    field === 'thresholds' ? haveFallen(before, after) : settled(before, field) !== settled(after, field),
  );
}

/** Whether something would be told of fewer people than before. */
function haveFallen(before: ProgrammePlan, after: ProgrammePlan): boolean {
  const [old, wanted] = [thresholdsOf(before), thresholdsOf(after)];
  return wanted.scores < old.scores || wanted.comments < old.comments;
}

function settled(plan: ProgrammePlan, field: FrozenField): string {
  return JSON.stringify([field === 'objectives' ? plan.objectives.map(measured) : plan[field]]);
}

/** All of an objective but its wording. */
function measured({ kind, measure, unit, baseline, target, measuredBy }: Objective): unknown {
  return [kind, ...languages.map((language) => measure?.[language]), unit, baseline, target, measuredBy];
}
