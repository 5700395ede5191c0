import { readAll, readWhole, withEach } from '../kernel/read-all';
import { findPolicy } from '../pair/find-policy';
import { mostManagersAbove } from '../domain/participant-rules';
import type { PairingPolicy } from '../domain/pairing-contract';
import type { RuleCode } from '../domain/pairing';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { withdrawProposal } from '../proposal/withdraw-proposal';
import { loadPair } from '../pair/load-pair';
import { endByRule } from '../pair-ending/end-by-rule';
import { findBrokenRule } from '../pair-ending/find-broken-rule';

const system = { directoryId: 'system', appRoles: [], name: 'system' };

/**
 * Tests the rules of the organisation again for the running pairs and open proposals of people whose own place, or that of anybody
 * above them, an import changed; and of people who left. At a look-up, which names no import, for every import whose own work has not come
 * to its end. A pair that breaks one ends as a pair does whose people asked: the same words,
 * no rule, nobody at fault. A proposal is withdrawn. Somebody the file does not name is left alone. Can be done again; throws
 * `rows-unreadable` rather than overlook a pair.
 */
export async function reviewPairs(
  ports: Ports<Saving | 'secrets' | 'holidayFrom'>,
  programmeId: string,
  importId: string | undefined,
  context: UseCaseContext,
): Promise<void> {
  const { changed, left, lines } = await readChanges(ports, programmeId, importId);
  if (changed.size === 0 && left.size === 0) return;
  const isTouched = (id: string): boolean => left.has(id) || isUnder(id, changed, lines);
  await withEach(readWhole(ports.programmes, programmeId, 'pair'), async ({ key, value }) => {
    if (value.state === 'active' && (isTouched(value.mentorId) || isTouched(value.menteeId)))
      await retryOnConflict(() => reviewPair(ports, programmeId, key, lines, context));
  });
  await withEach(readWhole(ports.programmes, programmeId, 'proposal'), async ({ value }) => {
    const open = value.state === 'asking-mentor' || value.state === 'asking-mentee';
    if (!open || !(isTouched(value.mentorId) || isTouched(value.menteeId))) return;
    const policy = await findPolicy(ports, programmeId, value.draftId);
    const rule = await brokenBy(ports, programmeId, value.mentorId, value.menteeId, policy, lines);
    // Whoever is still asked may not tell from the card that the other has left.
    const unseen = rule === 'withdrawn' && !left.has(value.state === 'asking-mentor' ? value.mentorId : value.menteeId);
    if (rule !== undefined && !unseen)
      await withdrawProposal(ports, programmeId, [value.mentorId, value.menteeId], system, context);
  });
}

interface Changes {
  /** People, of the programme or above them, whose place the import changed. */
  readonly changed: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
  readonly lines: ReadonlyMap<string, string>;
}

async function readChanges(
  ports: Ports<'programmes'>,
  programmeId: string,
  importId: string | undefined,
): Promise<Changes> {
  const imports = importId === undefined ? await unfinishedImports(ports, programmeId) : new Set([importId]);
  const changed = new Set<string>();
  const left = new Set<string>();
  const lines = new Map<string, string>();
  for await (const { key, value } of readWhole(ports.programmes, programmeId, 'line')) {
    lines.set(key, value.managerId);
    if (value.changedBy !== undefined && imports.has(value.changedBy)) changed.add(key);
  }
  for await (const { value } of readWhole(ports.programmes, programmeId, 'participant')) {
    if (value.profile.managerId !== undefined) lines.set(value.id, value.profile.managerId);
    if (value.state === 'withdrawn') left.add(value.id);
    if (value.movedBy !== undefined && imports.has(value.movedBy)) changed.add(value.id);
  }
  return { changed, left, lines };
}

/** People may be written and not tested yet: their work failed in between, or runs right now. */
async function unfinishedImports(ports: Ports<'programmes'>, programmeId: string): Promise<ReadonlySet<string>> {
  const unfinished = new Set<string>();
  for await (const { key, value } of readAll(ports.programmes, programmeId, 'import'))
    if (value.state === 'confirmed') unfinished.add(key);
  return unfinished;
}

/** Whether the place of the person, or of anybody above them, changed. */
function isUnder(id: string, changed: ReadonlySet<string>, lines: ReadonlyMap<string, string>): boolean {
  let above: string | undefined = id;
  for (let depth = 0; above !== undefined && depth < mostManagersAbove; depth++) {
    if (changed.has(above)) return true;
    above = lines.get(above);
  }
  return false;
}

async function reviewPair(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  pairId: string,
  lines: ReadonlyMap<string, string>,
  context: UseCaseContext,
): Promise<true | typeof conflict> {
  const people = await loadPair(ports, programmeId, pairId);
  if (people?.pair.value.state !== 'active') return true;
  const { mentorId, menteeId, proposalId } = people.pair.value;
  const proposal = await ports.programmes.get(programmeId, 'proposal', proposalId);
  const policy = await findPolicy(ports, programmeId, proposal?.value.draftId);
  const rule = await brokenBy(ports, programmeId, mentorId, menteeId, policy, lines);
  if (rule === undefined) return true;
  const unit = new UnitOfWork(ports, programmeId, context, 'system');
  await endByRule(ports, unit, people, rule, context);
  return (await unit.commit()) ? true : conflict;
}

async function brokenBy(
  ports: Ports<'programmes'>,
  programmeId: string,
  mentorId: string,
  menteeId: string,
  policy: PairingPolicy,
  lines: ReadonlyMap<string, string>,
): Promise<RuleCode | undefined> {
  const [mentor, mentee] = await Promise.all([
    ports.programmes.get(programmeId, 'participant', mentorId),
    ports.programmes.get(programmeId, 'participant', menteeId),
  ]);
  if (mentor === undefined || mentee === undefined) return undefined;
  const broken = findBrokenRule(mentor.value.profile, mentee.value.profile, policy, lines);
  const left = mentor.value.state === 'withdrawn' || mentee.value.state === 'withdrawn';
  return broken ?? (left ? 'withdrawn' : undefined);
}
