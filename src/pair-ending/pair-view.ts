import type { Instant } from '../kernel/clock';
import { shownName } from '../member/reader';
import type { OwnPair } from './load-own-pair';
import { isOverFor, mayStay } from '../domain/pair-ending-rules';
import type { Side } from '../domain/proposal';
import type { OfProgramme } from '../domain/view';

export interface PairView extends OfProgramme {
  readonly card: 'pair';
  /** leaving: this person has asked to end it. over: they have heard that it ended. */
  readonly state: 'active' | 'leaving' | 'over';
  /** Whether their wish to end it can be taken back. */
  readonly mayStay: boolean;
  readonly pairId: string;
  readonly side: Side;
  readonly partnerName: string;
  readonly partnerEmail?: string;
  readonly nextSession?: Instant;
}

declare module '../domain/view' {
  interface ViewByCard {
    pair: PairView;
  }
}

/** The pair as one of its two people sees it: the partner, the next hour, and what can be changed. */
export function pairView(it: OwnPair, nextSession: Instant | undefined, now: Instant): PairView {
  const { member, side, pair, partner, ending } = it;
  const programme = member.programme.value;
  const { profile } = partner.value;
  const over = isOverFor(side, it, ending?.value);
  return {
    card: 'pair',
    programmeId: programme.id,
    programmeName: programme.plan.name[member.reader.language],
    state: over ? 'over' : ending?.value.asked[side] === undefined ? 'active' : 'leaving',
    mayStay: mayStay(ending?.value, side, now),
    pairId: pair.key,
    side,
    partnerName: shownName(profile.name, member.reader.culture),
    ...(profile.email === undefined ? {} : { partnerEmail: profile.email }),
    ...(nextSession === undefined || over ? {} : { nextSession }),
  };
}
