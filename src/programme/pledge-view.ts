import type { CardView, Reader } from '../domain/view';
import type { Programme } from '../domain/programme';

/** The sponsor's card: the objectives to back, or the promise already given. */
export function pledgeView(programme: Programme, reader: Reader): CardView {
  const { plan } = programme;
  return {
    card: 'pledge',
    programmeId: programme.id,
    programmeName: plan.name[reader.language],
    state: programme.pledge === undefined ? 'open' : 'given',
    words: programme.pledge?.words ?? '',
    objectives: plan.objectives.map((objective) => objective.wording[reader.language]),
    sponsorName: plan.sponsor?.name ?? '',
  };
}
