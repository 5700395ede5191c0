import type { Reader } from '../domain/view';
import type { Programme } from '../domain/programme';
import type { OfProgramme } from '../domain/view';

export interface PledgeView extends OfProgramme {
  readonly card: 'pledge';
  readonly state: 'open' | 'given';
  readonly words: string;
  readonly objectives: readonly string[];
  readonly sponsorName: string;
}

declare module '../domain/view' {
  interface ViewByCard {
    pledge: PledgeView;
  }
}

/** The sponsor's card: the objectives to back, or the promise already given. */
export function pledgeView(programme: Programme, reader: Reader): PledgeView {
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
