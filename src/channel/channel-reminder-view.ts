import type { Programme } from '../domain/programme';
import type { Ports } from '../domain/ports';
import type { CardView, Reader } from '../domain/view';

/** Fewest pairs of which counts are shown in public. */
export const fewestPairsShown = 5;
/** Tips that are written, `messaging.channel.tip.1` and on; in a long programme they come round again. */
const tips = 6;

/** The month's post: counts of the whole programme, none under five pairs, and one tip. Nobody is named. */
export async function channelReminderView(
  ports: Ports,
  programme: Programme,
  month: number,
  reader: Reader,
): Promise<CardView> {
  const counts = (await ports.programmes.get(programme.id, 'board', 'head'))?.value.counts ?? {};
  const pairs = (counts['pairs.active'] ?? 0) + (counts['pairs.finished'] ?? 0);
  return {
    card: 'channel-reminder',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    month,
    months: programme.plan.months,
    tip: (month - 1) % tips,
    ...(pairs < fewestPairsShown
      ? {}
      : { counts: { pairs, held: counts['sessions.held'] ?? 0, booked: counts['sessions.ahead'] ?? 0 } }),
  };
}
