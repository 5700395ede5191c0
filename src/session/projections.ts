import type { ProjectionDeclarations } from '../member/declare-projection';
import { projectBooking } from './project-booking';

declare module '../domain/projection' {
  interface FactsByType {
    /** A session was booked, moved or given up: the hours of one of its two people. */
    booking: { readonly participantId: string; readonly sessionKey: string };
  }
}

/** What a session leaves in the partition of a person. */
export const sessionProjections = {
  booking: projectBooking,
} as const satisfies ProjectionDeclarations;
