import type { DueDeclarations } from '../member/declare-due';
import { queueSponsorReport, queueSponsorResults } from './queue-sponsor-report';
import { queueWeeklyToDo } from './queue-weekly-to-do';

declare module '../domain/due-work' {
  interface RefByKind {
    'weekly-to-do': 'programme id';
    'sponsor-report': 'number of the month';
    'sponsor-results': 'survey round';
  }
}

/** What falls due for HR and the sponsor. */
export const hrPageDue = {
  'weekly-to-do': { step: queueWeeklyToDo, whenClosed: 'dropped' },
  'sponsor-report': { step: queueSponsorReport, whenClosed: 'dropped' },
  'sponsor-results': { step: queueSponsorResults, whenClosed: 'done' },
} as const satisfies DueDeclarations<'weekly-to-do' | 'sponsor-report' | 'sponsor-results'>;
