import type { BoardHead } from './board';

/** The figures of a programme, as every page, card, file and export tells them. Each is a count, 0 where nothing was counted yet. */
export interface ProgrammeCounts {
  readonly participants: {
    /** Who takes part, or could: everybody of the people file who has not left. */
    readonly total: number;
    /** Of them, who can be written to in Teams. */
    readonly reachable: number;
    /** Who was invited, whatever they answered. */
    readonly invited: number;
    readonly enrolled: number;
    /** Who said yes and is in no running pair. */
    readonly withoutPartner: number;
    /** Who takes no part any more; in none of the other numbers. */
    readonly withdrawn: number;
  };
  readonly proposals: { readonly open: number; readonly accepted: number; readonly notFormed: number };
  readonly pairs: { readonly active: number; readonly finished: number; readonly ended: number };
  readonly sessions: {
    /** Agreed and still ahead. */
    readonly booked: number;
    readonly held: number;
    readonly missed: number;
  };
}

/** The folded counters as figures. The one place where a figure is made of counters, so that no two readers count differently. */
export function programmeCounts(head: BoardHead | undefined): ProgrammeCounts {
  const of = (name: string): number => Math.max(0, head?.counts[name] ?? 0);
  const accepted = of('proposals.accepted');
  const notFormed = of('proposals.not-formed');
  return {
    participants: {
      total: Math.max(0, of('participants.imported') - of('participants.withdrawn')),
      reachable: of('participants.reachable'),
      invited: of('participants.invited'),
      enrolled: of('participants.enrolled'),
      withoutPartner: of('participants.without-partner'),
      withdrawn: of('participants.withdrawn'),
    },
    proposals: { open: Math.max(0, of('proposals.asked') - accepted - notFormed), accepted, notFormed },
    pairs: { active: of('pairs.active'), finished: of('pairs.finished'), ended: of('pairs.ended') },
    sessions: { booked: of('sessions.ahead'), held: of('sessions.held'), missed: of('sessions.missed') },
  };
}
