import type { DueDeclarations } from '../member/declare-due';
import { queueWeeklyToDo } from './queue-weekly-to-do';

declare module '../domain/due-work' {
  interface RefByKind {
    'weekly-to-do': 'programme id';
  }
}

/** What falls due of HR's own. */
export const hrPageDue = {
  'weekly-to-do': { step: queueWeeklyToDo, whenClosed: 'dropped' },
} as const satisfies DueDeclarations<'weekly-to-do'>;
