import type { Ports } from '../domain/ports';
import type { Session } from '../domain/session';
import { withPrefix } from '../kernel/read-all';

const mostSessions = 12;

/** The sessions of a pair that there are, by their number. One bounded range. */
export async function loadSessions(
  ports: Ports<'programmes'>,
  programmeId: string,
  pairId: string,
): Promise<readonly Session[]> {
  const { rows } = await ports.programmes.range(programmeId, 'session', {
    ...withPrefix(`${pairId}|`),
    limit: mostSessions,
  });
  return rows.map(({ value }) => value);
}
