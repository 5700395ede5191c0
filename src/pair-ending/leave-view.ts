import type { Instant } from '../kernel/clock';
import { shownName } from '../member/reader';
import type { OwnPair } from './load-own-pair';
import type { PairEnding } from '../domain/pair-ending';
import { isOverFor, mayStay } from '../domain/pair-ending-rules';
import type { OfProgramme } from '../domain/view';

export interface LeaveView extends OfProgramme {
  readonly card: 'leave';
  /** open: not asked yet. asked: by this person. stayed: they have taken it back. */
  readonly state: 'open' | 'asked' | 'stayed' | 'over';
  readonly mayStay: boolean;
  readonly pairId: string;
  readonly partnerName: string;
}

declare module '../domain/view' {
  interface ViewByCard {
    leave: LeaveView;
  }
}

/**
 * What ending the pair means, for the one who thinks of it; after their wish, that it is noted and whether it can be taken back; that it
 * was (`stayed`); and no more once it is over.
 */
export function leaveView(it: OwnPair, ending: PairEnding | undefined, now: Instant, stayed = false): LeaveView {
  const { member, side, pair, partner } = it;
  const programme = member.programme.value;
  const over = isOverFor(side, it, ending);
  return {
    card: 'leave',
    programmeId: programme.id,
    programmeName: programme.plan.name[member.reader.language],
    state: over ? 'over' : ending?.asked[side] !== undefined ? 'asked' : stayed ? 'stayed' : 'open',
    mayStay: mayStay(ending, side, now),
    pairId: pair.key,
    partnerName: shownName(partner.value.profile.name, member.reader.culture),
  };
}
