import type { DueDeclarations } from '../member/declare-due';
import { expireProposal, remindProposal } from './due-proposal';

declare module '../domain/due-work' {
  interface RefByKind {
    'proposal-remind': 'proposal id';
    'proposal-expire': 'proposal id';
  }
}

/** What falls due of a proposal. */
export const proposalDue = {
  'proposal-remind': { step: remindProposal, whenClosed: 'dropped' },
  'proposal-expire': { step: expireProposal, whenClosed: 'done' },
} as const satisfies DueDeclarations<'proposal-remind' | 'proposal-expire'>;
