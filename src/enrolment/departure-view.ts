import type { Reader } from '../domain/view';
import type { Participant } from '../domain/participant';
import type { Programme } from '../domain/programme';
import { mayReturnAlone } from '../domain/departure-rules';
import type { OfProgramme } from '../domain/view';

/** open: what leaving the programme means. gone: this person takes no part any more. */
export interface DepartureView extends OfProgramme {
  readonly card: 'departure';
  readonly state: 'open' | 'gone';
  /** Running pairs of theirs. */
  readonly pairs: number;
  /** Whether a press brings them back. */
  readonly mayReturn: boolean;
}

declare module '../domain/view' {
  interface ViewByCard {
    departure: DepartureView;
  }
}

/** What leaving the programme means, for the one who thinks of it; or that they have left, with a way back where there is one. */
export function departureView(
  programme: Programme,
  me: Participant,
  reader: Reader,
  runningPairs: number,
): DepartureView {
  const open = programme.state === 'enrolling' || programme.state === 'running';
  return {
    card: 'departure',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    state: me.state === 'withdrawn' ? 'gone' : 'open',
    pairs: runningPairs,
    mayReturn: open && mayReturnAlone(me),
  };
}
