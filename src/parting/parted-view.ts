import { shownName } from '../messaging/reader';
import type { CardView, Reader } from '../messaging/view';
import type { Participant } from '../participant/model';
import type { Programme } from '../programme/model';

/** The end of a pair, in the same words for both: no reason, nobody who asked; and what the reader wants next. */
export function partedView(
  programme: Programme,
  pairId: string,
  me: Participant,
  partner: Participant,
  reader: Reader,
): CardView {
  return {
    card: 'parted',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    pairId,
    wish: me.rematch?.wish ?? 'another',
    partnerName: shownName(partner.profile.name, reader.culture),
  };
}
