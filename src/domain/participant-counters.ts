import type { Participant } from './participant';

/** How the counters of a programme move when a person is `after` who was `before`; `undefined` where there was no such row. */
export function countersMoved(
  before: Participant | undefined,
  after: Participant | undefined,
): Readonly<Record<string, number>> {
  const moved: Record<string, number> = {};
  for (const name of countersOf(before)) moved[name] = (moved[name] ?? 0) - 1;
  for (const name of countersOf(after)) moved[name] = (moved[name] ?? 0) + 1;
  return Object.fromEntries(Object.entries(moved).filter(([, by]) => by !== 0));
}

/**
 * The counters that somebody is in. `imported`: every row there is. `reachable`: takes part and can be written to. `invited`: whoever was once,
 * whatever they answered. `without-partner`: said yes and is in no running pair, whatever they wish. No private word moves a counter: neither a no nor a wish nor a pause.
 */
function countersOf(person: Participant | undefined): readonly string[] {
  if (person === undefined) return [];
  const { state, reach, invitedAt, pairs = 0 } = person;
  if (state === 'withdrawn') return ['participants.imported', 'participants.withdrawn'];
  return [
    'participants.imported',
    ...(reach === 'reachable' ? ['participants.reachable'] : []),
    ...(state === 'imported' && invitedAt === undefined ? [] : ['participants.invited']),
    ...(state === 'enrolled' ? ['participants.enrolled'] : []),
    ...(state === 'enrolled' && pairs === 0 ? ['participants.without-partner'] : []),
  ];
}
