import type { DueDeclarations } from '../member/declare-due';
import { carryOutDeparture } from './carry-out-departure';

declare module '../domain/due-work' {
  interface RefByKind {
    departure: 'participant id';
  }
}

/** What falls due of taking part. */
export const enrolmentDue = {
  departure: { step: carryOutDeparture, whenClosed: 'dropped' },
} as const satisfies DueDeclarations<'departure'>;
