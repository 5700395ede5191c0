import { shownName } from '../member/reader';
import type { CardView, Reader } from '../domain/view';
import type { Participant } from '../domain/participant';
import type { Programme } from '../domain/programme';
import type { Pair } from '../domain/proposal';

/** The end of a pair, in the same words for both: no reason, nobody who asked; and what the reader wants next. */
export function pairEndedView(
  programme: Programme,
  pair: Pair,
  me: Participant,
  partner: Participant,
  reader: Reader,
): CardView {
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
