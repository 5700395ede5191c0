import type { Instant } from '../kernel/clock';
import type { MessageKind } from '../domain/message';
import type { MessageDeclaration } from '../member/declare-message';
import { prepareHourOff } from './prepare-hour-off';
import { preparePairPaused } from './prepare-pair-paused';
import { preparePauseOver } from './prepare-pause-over';
import { pauseText } from './text/pause-text';

declare module '../domain/message' {
  interface SubjectByKind {
    'pair-paused': { readonly pairId: string; readonly calledOff?: Instant };
    'hour-off': { readonly pairId: string; readonly calledOff?: Instant };
    'pause-over': object;
  }
}

/** What the bot says of itself about somebody being away. */
export const pauseMessages = {
  'pair-paused': {
    participant: preparePairPaused,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'counts', words: (language) => pauseText(language, 'message.pair-paused') },
    class: { is: 'unprompted', priority: 2 },
  },
  'hour-off': {
    contact: prepareHourOff,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'counts', as: 'pair-paused' },
    class: { is: 'booked-session-change' },
  },
  'pause-over': {
    participant: preparePauseOver,
    whenAmbiguous: 'send-again',
    listing: { hrSees: 'counts', as: 'pair-paused' },
    class: { is: 'unprompted', priority: 2 },
  },
} as const satisfies Partial<Record<MessageKind, MessageDeclaration>>;
