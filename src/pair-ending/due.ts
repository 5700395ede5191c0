import type { DueDeclarations } from '../member/declare-due';
import { announcePairEnding } from './announce-pair-ending';

declare module '../domain/due-work' {
  interface RefByKind {
    'pair-ending': 'pair id';
  }
}

/** What falls due of the end of a pair. */
export const pairEndingDue = {
  'pair-ending': { step: announcePairEnding, whenClosed: 'dropped' },
} as const satisfies DueDeclarations<'pair-ending'>;
