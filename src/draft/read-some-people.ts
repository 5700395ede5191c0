import { findFormerPairs } from '../pair/find-former-pairs';
import type { FormerIds } from '../domain/former-pair';
import type { Instant } from '../kernel/clock';
import { fewAtOnce } from '../kernel/few-at-once';
import type { PersonProfile } from '../domain/participant';
import { wantsPartner } from '../domain/participant-rules';
import type { Ports } from '../domain/ports';
import { proposalIdOf } from '../domain/proposal-rules';
import type { PairIds } from '../domain/draft';
import { readLines } from './read-chain';

/** Some people of a draft as they are now, and what is known of them beside what they say themselves. */
export interface SomePeople {
  readonly people: readonly PersonProfile[];
  readonly reportingLines: ReadonlyMap<string, string>;
  readonly formerPairs: readonly FormerIds[];
}

/**
 * Those of the ids who want a partner now and are reachable, for a request: point reads, one range for each person of the smaller side,
 * and each manager above them once; at most `mostAtOnce` under way.
 */
export async function readSomePeople(
  ports: Ports<'programmes' | 'people'>,
  programmeId: string,
  ids: readonly string[],
  now: Instant,
): Promise<SomePeople> {
  const rows = await fewAtOnce([...new Set(ids)], (id) => ports.programmes.get(programmeId, 'participant', id));
  const there = rows.flatMap((row) =>
    row !== undefined && wantsPartner(row.value, now) && row.value.reach === 'reachable' ? [row.value] : [],
  );
  const own = new Map(there.map(({ id, profile }) => [id, profile.managerId]));
  const reportingLines = await readLines(ports, programmeId, [...own.keys()], own);
  const formerPairs = await findFormerPairs(ports, there);
  return { people: there.map(({ profile }) => profile), reportingLines, formerPairs };
}

/** Which of the pairs were asked in this programme before. One point read each, at most `mostAtOnce` under way. */
export async function findAsked(
  ports: Ports<'programmes' | 'secrets'>,
  programmeId: string,
  pairs: readonly PairIds[],
): Promise<readonly PairIds[]> {
  const sha256 = (text: string): string => ports.secrets.sha256(text);
  const asked = await fewAtOnce(pairs, ([mentor, mentee]) =>
    ports.programmes.get(programmeId, 'proposal', proposalIdOf(sha256, programmeId, mentor, mentee)),
  );
  return pairs.filter((_, index) => asked[index] !== undefined);
}
