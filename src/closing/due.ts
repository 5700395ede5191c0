import type { DueDeclarations } from '../member/declare-due';
import { closeProgramme } from './close-programme';

declare module '../domain/due-work' {
  interface RefByKind {
    'programme-close': 'programme id';
  }
}

/** What falls due of the end of the programme. */
export const closingDue = {
  'programme-close': { step: closeProgramme, whenClosed: 'done' },
} as const satisfies DueDeclarations<'programme-close'>;
