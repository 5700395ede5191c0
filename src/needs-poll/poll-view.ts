import type { NeedsPoll } from '../domain/needs-poll';
import type { Programme } from '../domain/programme';
import type { OfProgramme, Reader } from '../domain/view';
import type { Instant } from '../kernel/clock';
import { stateOf } from './rules';

/** A needs poll, the same for everybody who is asked: it says nothing of what they sent. */
export interface NeedsPollView extends OfProgramme {
  readonly card: 'needs-poll';
  /** sent: the answer to a press that was counted, which no later look shows. ending: its time is over and its close has not run, so that ballots and key are still there. */
  readonly state: 'open' | 'sent' | 'ending' | 'closed';
  readonly poll: string;
  /** Ids of catalogue topics. */
  readonly offered: readonly string[];
  /** The last day, in the zone of the programme. */
  readonly closesOn: string;
}

declare module '../domain/view' {
  interface ViewByCard {
    'needs-poll': NeedsPollView;
  }
}

/** The form while the poll takes answers, then that it takes none, and that it is closed once it is. */
export function needsPollView(
  { id, plan }: Programme,
  { id: poll, topics, closesOn, ...rest }: NeedsPoll,
  { language }: Reader,
  now: Instant,
): NeedsPollView {
  return {
    card: 'needs-poll',
    programmeId: id,
    programmeName: plan.name[language],
    state: stateOf(rest, now),
    poll,
    offered: topics,
    closesOn,
  };
}
