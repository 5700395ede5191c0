import type { Instant } from '../kernel/clock';
import type { Reader } from '../domain/view';
import type { Participant } from '../domain/participant';
import type { Programme } from '../domain/programme';
import { isPaused, pauseRange } from '../domain/pause-rules';
import type { OfProgramme } from '../domain/view';

export interface PauseView extends OfProgramme {
  readonly card: 'pause';
  readonly state: 'open' | 'paused' | 'over';
  /** ISO date of the first day back. */
  readonly until?: string;
  /** ISO dates between which a pause may end. */
  readonly earliest: string;
  readonly latest: string;
}

declare module '../domain/view' {
  interface ViewByCard {
    pause: PauseView;
  }
}

/** The person's own pause: none yet, one that runs, or (when the bot says so by itself) one that is over. */
export function pauseView(
  programme: Programme,
  me: Participant,
  reader: Reader,
  now: Instant,
  isOver = false,
): PauseView {
  const until = isPaused(me, now) ? me.pause?.until : undefined;
  return {
    card: 'pause',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    state: until !== undefined ? 'paused' : isOver ? 'over' : 'open',
    ...(until === undefined ? {} : { until }),
    ...pauseRange(now, me.profile.timeZone),
  };
}
