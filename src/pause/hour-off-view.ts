import { shownName } from '../member/reader';
import type { Instant } from '../kernel/clock';
import type { Reader } from '../domain/view';
import type { Participant } from '../domain/participant';
import type { Programme } from '../domain/programme';
import type { OfProgramme } from '../domain/view';

export interface HourOffView extends OfProgramme {
  readonly card: 'hour-off';
  /** Absent for a delegate. */
  readonly partnerName?: string;
  /** ISO date from which sessions go on. */
  readonly resumesOn?: string;
  /** Beginning of the booked hour that is off. */
  readonly calledOff?: Instant;
}

declare module '../domain/view' {
  interface ViewByCard {
    'hour-off': HourOffView;
  }
}

/** That an hour is off or sessions wait: from when they go on for the partner, the time alone for a delegate. No reason, no more. */
export function hourOffView(
  programme: Programme,
  reader: Reader,
  it: { readonly partner?: Participant; readonly resumesOn?: string; readonly calledOff?: Instant },
): HourOffView {
  return {
    card: 'hour-off',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    ...(it.partner === undefined ? {} : { partnerName: shownName(it.partner.profile.name, reader.culture) }),
    ...(it.resumesOn === undefined ? {} : { resumesOn: it.resumesOn }),
    ...(it.calledOff === undefined ? {} : { calledOff: it.calledOff }),
  };
}
