import { findFormerPairs } from '../former/find-former-pairs';
import type { FormerIds } from '../former/model';
import type { Instant } from '../kernel/clock';
import type { PersonProfile } from '../participant/model';
import { wantsPartner } from '../participant/rules';
import type { Ports } from '../programme/ports';
import { proposalIdOf } from '../proposal/rules';
import type { PairIds } from './model';

/** Some people of a draft as they are now, and what is known of them beside what they say themselves. */
export interface SomePeople {
  readonly people: readonly PersonProfile[];
  readonly reportingLines: ReadonlyMap<string, string>;
  readonly formerPairs: readonly FormerIds[];
}

/**
 * Those of the ids who want a partner now and are reachable, for a request: point reads, one range for each person of the smaller side,
 * and each manager above them once. Nobody sits deeper in an organisation than `deepest` managers.
 */
export async function readSomePeople(
  ports: Ports,
  programmeId: string,
  ids: readonly string[],
  now: Instant,
): Promise<SomePeople> {
  const rows = await Promise.all([...new Set(ids)].map((id) => ports.programmes.get(programmeId, 'participant', id)));
  const there = rows.flatMap((row) =>
    row !== undefined && wantsPartner(row.value, now) && row.value.reach === 'reachable' ? [row.value] : [],
  );
  const [reportingLines, formerPairs] = await Promise.all([
    readLines(ports, programmeId, new Map(there.map(({ id, profile }) => [id, profile.managerId]))),
    findFormerPairs(ports, there),
  ]);
  return { people: there.map(({ profile }) => profile), reportingLines, formerPairs };
}

const deepest = 30;

/** Manager by person for these, who may have said it themselves, and everybody above them; who is above several is read once. */
async function readLines(
  ports: Ports,
  programmeId: string,
  own: ReadonlyMap<string, string | undefined>,
): Promise<ReadonlyMap<string, string>> {
  const lines = new Map<string, string>();
  const seen = new Set<string>();
  let level: readonly string[] = [...own.keys()];
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    for (const id of level) seen.add(id);
    const found = await Promise.all(
      level.map(async (id) => {
        const [participant, line] = await Promise.all([
          own.has(id) ? undefined : ports.programmes.get(programmeId, 'participant', id),
          ports.programmes.get(programmeId, 'line', id),
        ]);
        return [id, own.get(id) ?? participant?.value.profile.managerId ?? line?.value.managerId] as const;
      }),
    );
    for (const [id, managerId] of found) if (managerId !== undefined) lines.set(id, managerId);
    level = [...new Set(found.flatMap(([, managerId]) => managerId ?? []))].filter((id) => !seen.has(id));
  }
  return lines;
}

/** Which of the pairs were asked in this programme before. One point read each. */
export async function findAsked(
  ports: Ports,
  programmeId: string,
  pairs: readonly PairIds[],
): Promise<readonly PairIds[]> {
  const sha256 = (text: string): string => ports.secrets.sha256(text);
  const asked = await Promise.all(
    pairs.map(([mentor, mentee]) =>
      ports.programmes.get(programmeId, 'proposal', proposalIdOf(sha256, programmeId, mentor, mentee)),
    ),
  );
  return pairs.filter((_, index) => asked[index] !== undefined);
}
