import { shownName } from '../member/reader';
import type { Reader } from '../domain/view';
import type { Participant } from '../domain/participant';
import type { Programme } from '../domain/programme';
import type { Pair } from '../domain/proposal';
import type { OfProgramme } from '../domain/view';

export interface PairEndedView extends OfProgramme {
  readonly card: 'pair-ended';
  readonly pairId: string;
  readonly partnerName: string;
  /** Its months were over, or it ended before. */
  readonly finished: boolean;
  /** What the reader wants next. */
  readonly wish: 'another' | 'enough';
}

declare module '../domain/view' {
  interface ViewByCard {
    'pair-ended': PairEndedView;
  }
}

/** The end of a pair, in the same words for both: no reason, nobody who asked; and what the reader wants next. */
export function pairEndedView(
  programme: Programme,
  pair: Pair,
  me: Participant,
  partner: Participant,
  reader: Reader,
): PairEndedView {
  return {
    card: 'pair-ended',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    pairId: pair.id,
    finished: pair.state === 'finished',
    wish: (me.rematch?.wish ?? 'another') === 'another' ? 'another' : 'enough',
    partnerName: shownName(partner.profile.name, reader.culture),
  };
}
