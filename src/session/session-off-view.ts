import type { Programme } from '../domain/programme';
import type { OfProgramme, Reader } from '../domain/view';

export interface SessionOffView extends OfProgramme {
  readonly card: 'session-off';
  /** on-hold: its times come again, where its month has time left. off: it will not be. */
  readonly state: 'off' | 'on-hold';
  readonly number: number;
}

declare module '../domain/view' {
  interface ViewByCard {
    'session-off': SessionOffView;
  }
}

/** That a session will not take place, or waits, on the card that asked for its times or said that it was booked. Never why. */
export function sessionOffView(
  { id, plan }: Programme,
  reader: Reader,
  number: number,
  state: SessionOffView['state'] = 'off',
): SessionOffView {
  return { card: 'session-off', programmeId: id, programmeName: plan.name[reader.language], state, number };
}
