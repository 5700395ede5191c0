import type { DueDeclarations } from '../member/declare-due';
import { carryOutDeparture } from './carry-out-departure';
import { remindInvitation } from './remind-invitation';

declare module '../domain/due-work' {
  interface RefByKind {
    departure: 'participant id';
    'invitation-remind': 'participant id';
  }
}

/** What falls due of taking part. */
export const enrolmentDue = {
  departure: { step: carryOutDeparture, whenClosed: 'dropped' },
  'invitation-remind': { step: remindInvitation, whenClosed: 'dropped' },
} as const satisfies DueDeclarations<'departure' | 'invitation-remind'>;
