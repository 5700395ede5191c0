import type { CardView, Reader } from '../domain/view';
import type { Participant } from '../domain/participant';
import type { Programme } from '../domain/programme';
import { mayReturnAlone } from '../domain/departure-rules';

/** What leaving the programme means, for the one who thinks of it; or that they have left, with a way back where there is one. */
export function departureView(programme: Programme, me: Participant, reader: Reader, runningPairs: number): CardView {
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
