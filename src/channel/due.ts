import type { DueDeclarations } from '../member/declare-due';
import { remindChannel } from './remind-channel';

declare module '../domain/due-work' {
  interface RefByKind {
    'channel-remind': 'number of the month';
  }
}

/** What falls due of the programme in its channel. */
export const channelDue = {
  'channel-remind': { step: remindChannel, whenClosed: 'dropped' },
} as const satisfies DueDeclarations<'channel-remind'>;
