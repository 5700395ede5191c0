import type { DueDeclarations } from '../member/declare-due';
import { beginRoundEnd } from './begin-round-end';
import { lapseRenewal, settleRenewal } from './due-renewal';
import { expireRenewals } from './expire-renewals';
import { tellVolunteer } from './tell-volunteer';

declare module '../domain/due-work' {
  interface RefByKind {
    'pairing-round-end': 'draft id';
    'volunteer-word': 'participant id';
    'renewal-settle': 'pair id';
    'renewal-lapse': 'pair id';
    'renewals-lapse': 'draft id';
  }
}

/** What falls due of a round of proposals and of pairs that go on. */
export const draftDue = {
  'pairing-round-end': { step: beginRoundEnd, whenClosed: 'dropped' },
  'volunteer-word': { step: tellVolunteer, whenClosed: 'dropped' },
  'renewal-settle': { step: settleRenewal, whenClosed: 'dropped' },
  'renewal-lapse': { step: lapseRenewal, whenClosed: 'dropped' },
  'renewals-lapse': { step: expireRenewals, whenClosed: 'dropped' },
} as const satisfies DueDeclarations<
  'pairing-round-end' | 'volunteer-word' | 'renewal-settle' | 'renewal-lapse' | 'renewals-lapse'
>;
