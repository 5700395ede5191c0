import type { Ports } from '../domain/ports';
import { programmeCounts } from '../domain/programme-counts';
import { plusDays, type Instant } from '../kernel/clock';

const closing = 'closing';
/** Days after its close in which the figures of a round are waited for. Where nobody answered in any round there is no key of answers, and never a figure. */
const mostDays = 30;

/**
 * Whether figures of a programme that is over are still to come: its pairs end one by one after it has closed, and a closing survey that was put to people has its
 * figures when a night has made them. Three point reads.
 */
export async function awaitsFigures(ports: Ports<'programmes'>, programmeId: string, now: Instant): Promise<boolean> {
  const [head, round, figures] = await Promise.all([
    ports.programmes.get(programmeId, 'board', 'head'),
    ports.programmes.get(programmeId, 'survey-round', closing),
    ports.programmes.get(programmeId, 'figures', closing),
  ]);
  const awaitsRound = round !== undefined && figures === undefined && now < plusDays(round.value.closesAt, mostDays);
  return awaitsRound || programmeCounts(head?.value).pairs.active > 0;
}
