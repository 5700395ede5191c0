import type { DueDeclarations } from '../member/declare-due';
import { alignPair } from './align-pair';
import { endPause } from './end-pause';

declare module '../domain/due-work' {
  interface RefByKind {
    'pair-align': 'pair id';
    'pause-over': 'participant id';
  }
}

/** What falls due of somebody being away. */
export const pauseDue = {
  'pair-align': { step: alignPair, whenClosed: 'dropped' },
  'pause-over': { step: endPause, whenClosed: 'dropped' },
} as const satisfies DueDeclarations<'pair-align' | 'pause-over'>;
