import type { Programme } from '../domain/programme';
import type { Ports } from '../domain/ports';
import type { Reader } from '../domain/view';
import type { OfProgramme } from '../domain/view';
import { isTold } from '../privacy/small-groups';

export interface ChannelReminderView extends OfProgramme {
  readonly card: 'channel-reminder';
  readonly month: number;
  readonly months: number;
  /** Absent under five pairs. */
  readonly counts?: { readonly pairs: number; readonly held: number; readonly booked: number };
  readonly tip: (typeof tips)[number];
}

declare module '../domain/view' {
  interface ViewByCard {
    'channel-reminder': ChannelReminderView;
  }
}

/** Numbers of the tips that are written, `channel.tip.1` and on. */
const tips = [1, 2, 3, 4, 5, 6] as const;

/** The month's post: counts of the whole programme, none under five pairs, and one tip. Nobody is named. */
export async function channelReminderView(
  ports: Ports<'programmes'>,
  programme: Programme,
  month: number,
  reader: Reader,
): Promise<ChannelReminderView> {
  const counts = (await ports.programmes.get(programme.id, 'board', 'head'))?.value.counts ?? {};
  const pairs = (counts['pairs.active'] ?? 0) + (counts['pairs.finished'] ?? 0);
  return {
    card: 'channel-reminder',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    month,
    months: programme.plan.months,
    // In a long programme they come round again.
    tip: tips[(month - 1) % tips.length] ?? tips[0],
    ...(isTold(pairs)
      ? { counts: { pairs, held: counts['sessions.held'] ?? 0, booked: counts['sessions.ahead'] ?? 0 } }
      : {}),
  };
}
