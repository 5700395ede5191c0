import type { Instant } from '../kernel/clock';
import type { Departure, Participant, ParticipantState } from './participant';

/** The person as they are once they take no part any more. A pause and what they want next are kept for a return. */
export function depart(person: Participant, by: Departure['by'], now: Instant): Participant {
  const { standing: _told, ...rest } = person;
  return { ...rest, state: 'withdrawn', departure: { at: now, by, from: person.state }, revision: person.revision + 1 };
}

/**
 * The person back in this state. Whoever has to be invited again loses the wish for no more partners: with their new yes they look for one.
 */
export function comeBack(person: Participant, state: ParticipantState): Participant {
  const { departure: _over, rematch, ...rest } = person;
  const wish = rematch === undefined || state === 'imported' ? {} : { rematch };
  return { ...rest, ...wish, state, revision: person.revision + 1 };
}

/** Whether the person may come back by a word of their own: only who left by one. */
export function mayReturnAlone({ state, departure }: Pick<Participant, 'state' | 'departure'>): boolean {
  return state === 'withdrawn' && departure?.by === 'person';
}

/**
 * Where somebody stands whom HR lets come back. A yes is theirs to give, so they are invited again; but while nobody has heard of the
 * end of a pair of theirs, a yes that they never took back still holds. Who had said "not now" is not asked again.
 */
export function stateOnReturn(departure: Departure | undefined, isInUntoldPair: boolean): ParticipantState {
  if (departure?.from === 'not-now') return 'not-now';
  return departure?.from === 'enrolled' && departure.by !== 'person' && isInUntoldPair ? 'enrolled' : 'imported';
}
