import type { DueDeclarations } from '../member/declare-due';
import { askWhetherMet, closeSession, proposeSession, refreshSlots } from './due-session';

declare module '../domain/due-work' {
  interface RefByKind {
    'session-propose': 'session key';
    'slots-stale': 'session key';
    'session-over': 'session key';
    'session-close': 'session key';
  }
}

/** What falls due of a session. */
export const sessionDue = {
  'session-propose': { step: proposeSession, whenClosed: 'dropped' },
  'slots-stale': { step: refreshSlots, whenClosed: 'dropped' },
  'session-over': { step: askWhetherMet, whenClosed: 'dropped' },
  'session-close': { step: closeSession, whenClosed: 'done' },
} as const satisfies DueDeclarations<'session-propose' | 'slots-stale' | 'session-over' | 'session-close'>;
