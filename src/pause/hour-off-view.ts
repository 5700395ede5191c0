import { shownName } from '../member/reader';
import type { Instant } from '../kernel/clock';
import type { CardView, Reader } from '../domain/view';
import type { Participant } from '../domain/participant';
import type { Programme } from '../domain/programme';

/** That an hour is off or sessions wait: from when they go on for the partner, the time alone for a delegate. No reason, no more. */
export function hourOffView(
  programme: Programme,
  reader: Reader,
  it: { readonly partner?: Participant; readonly resumesOn?: string; readonly calledOff?: Instant },
): CardView {
  return {
    card: 'hour-off',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    ...(it.partner === undefined ? {} : { partnerName: shownName(it.partner.profile.name, reader.culture) }),
    ...(it.resumesOn === undefined ? {} : { resumesOn: it.resumesOn }),
    ...(it.calledOff === undefined ? {} : { calledOff: it.calledOff }),
  };
}
