import type { Instant } from '../kernel/clock';
import { withPrefix } from '../kernel/read-all';
import type { Ports } from '../domain/ports';

/** Start of the pair's next booked hour, if any; reads the pair's sessions, six at most. */
export async function nextSessionOf(
  ports: Ports<'programmes'>,
  programmeId: string,
  pairId: string,
  now: Instant,
): Promise<Instant | undefined> {
  const page = await ports.programmes.range(programmeId, 'session', { ...withPrefix(`${pairId}|`), limit: 10 });
  return page.rows
    .flatMap((row) =>
      row.value.state === 'booked' && row.value.booked !== undefined && row.value.booked.end > now
        ? [row.value.booked.start]
        : [],
    )
    .sort()[0];
}
