import type { Instant } from '../kernel/clock';
import type { Programme } from '../domain/programme';
import { programmeCounts } from '../domain/programme-counts';
import { programmeMonth } from '../domain/programme-phase';
import type { Ports } from '../domain/ports';
import type { Reader } from '../domain/view';
import type { OfProgramme } from '../domain/view';
import { isTold } from '../privacy/small-groups';

export interface ChannelReminderView extends OfProgramme {
  readonly card: 'channel-reminder';
  /** The month the programme is in; `after` its last. */
  readonly month: number | 'after';
  readonly months: number;
  /** Pairs under way; absent under five. */
  readonly active?: number;
  /** Pairs that have had all their months; absent under five. */
  readonly finished?: number;
  /** Absent where neither number of pairs is told. */
  readonly sessions?: { readonly held: number; readonly booked: number };
  /** Something for the month to come; absent after the last. */
  readonly tip?: (typeof tips)[number];
}

declare module '../domain/view' {
  interface ViewByCard {
    'channel-reminder': ChannelReminderView;
  }
}

/** Numbers of the tips that are written, `channel.tip.1` and on. */
const tips = [1, 2, 3, 4, 5, 6] as const;

/** The month's post, as things stand when it is sent: counts of the whole programme, none under five pairs, and one tip while there are months to come. Nobody is named. */
export async function channelReminderView(
  ports: Ports<'programmes'>,
  programme: Programme,
  post: number,
  reader: Reader,
  now: Instant,
): Promise<ChannelReminderView> {
  const { pairs, sessions } = programmeCounts((await ports.programmes.get(programme.id, 'board', 'head'))?.value);
  const month = programmeMonth(programme, now);
  const told = {
    ...(isTold(pairs.active) ? { active: pairs.active } : {}),
    ...(isTold(pairs.finished) ? { finished: pairs.finished } : {}),
  };
  return {
    card: 'channel-reminder',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    month: month === 'before' ? 1 : month,
    months: programme.plan.months,
    // In a long programme they come round again.
    ...(month === 'after' ? {} : { tip: tips[(post - 1) % tips.length] ?? tips[0] }),
    ...told,
    ...(Object.keys(told).length === 0 ? {} : { sessions: { held: sessions.held, booked: sessions.booked } }),
  };
}
