import { findFormerPairs } from '../former/find-former-pairs';
import type { FormerIds } from '../former/model';
import { endOf } from '../former/rules';
import type { Instant } from '../kernel/clock';
import { readWhole, withPrefix } from '../kernel/read-all';
import type { Participant, PersonProfile } from '../participant/model';
import { partKey } from '../participant/preview-import';
import { wantsPartner } from '../participant/rules';
import { statedIn } from '../pairing/prepare-pairing';
import type { Occasion, Ports } from '../programme/ports';
import type { Side } from '../proposal/model';
import { holdsPlaces } from '../proposal/rules';
import { UnitOfWork } from '../programme/unit-of-work';
import { decentHourFor } from '../session/decent-hour';
import { emptyChoices } from './rules';
import { listDraft } from './list-draft';
import { measureCoverage } from './measure-coverage';
import type { DraftPart } from './model';
import type { DraftResult, Pairer, PairerOptions } from './pairer';

const itemsPerPart = 20;
const mostAdministrators = 20;

/**
 * Chooses pairs among the enrolled and reachable who still have a place, and keeps the draft with its reasons. Pairs that were asked
 * before are not asked again, nor those that were a pair, here or in another programme, within the policy's months; throws
 * `rows-unreadable` rather than overlook one of them.
 */
export async function computeDraft(
  ports: Ports,
  pairer: Pairer,
  programmeId: string,
  draftId: string,
  progress: (share: number) => Promise<void>,
  occasion: Occasion,
): Promise<void> {
  const head = await ports.programmes.get(programmeId, 'draft', draftId);
  if (head === undefined || head.value.state !== 'queued') return;
  const { people, asked, formerPairs, reportingLines } = await readCandidates(ports, programmeId, occasion.now);
  await progress(0.2);
  const { policy, locked, apart } = head.value.choices ?? emptyChoices;
  const result = await choose(pairer, people, progress, {
    seed: head.value.seed,
    policy,
    locked,
    apart,
    forbidden: asked,
    formerPairs,
    reportingLines,
    now: occasion.now,
  });
  await progress(0.8);
  const parts = splitParts(result);
  const names = new Map(people.map((person) => [person.id, person.name]));
  for (const [index, part] of parts.entries()) {
    const key = partKey(draftId, index);
    const there = await ports.programmes.get(programmeId, 'draft-part', key);
    const unit = new UnitOfWork(ports, programmeId, occasion, 'system');
    if (there === undefined) unit.insert('draft-part', key, part);
    else unit.replace('draft-part', there, part);
    await unit.commit();
  }
  for (const [index, list] of listDraft(parts, names).entries()) {
    const key = partKey(draftId, index);
    const there = await ports.programmes.get(programmeId, 'draft-list', key);
    const unit = new UnitOfWork(ports, programmeId, occasion, 'system');
    if (there === undefined) unit.insert('draft-list', key, list);
    else unit.replace('draft-list', there, list);
    await unit.commit();
  }
  const unit = new UnitOfWork(ports, programmeId, occasion, 'system')
    .replace('draft', head, {
      ...head.value,
      state: 'ready',
      parts: parts.length,
      pairs: result.pairs.length,
      unpairedCount: result.unpaired.length,
      total: result.total,
      upperBound: result.upperBound,
      optimal: result.optimal,
      inputHash: result.inputHash,
      stated: statedIn(people),
      coverage: measureCoverage(
        people,
        result.pairs.map((pair) => [pair.mentorId, pair.menteeId]),
      ),
      ...(result.aims === undefined ? {} : { aims: result.aims }),
      ...(result.totalWithoutAims === undefined ? {} : { totalWithoutAims: result.totalWithoutAims }),
      ...(result.refusedLocks === undefined ? {} : { refusedLocks: result.refusedLocks }),
      ...(result.help === undefined ? {} : { help: result.help.map(({ fr, en }) => ({ fr, en })) }),
      revision: head.value.revision + 1,
    })
    .changed('draft-ready');
  if (head.value.replaces !== undefined) await tellAdministrators(ports, unit, draftId, occasion);
  await unit.commit();
}

/** HR hears when a round is over and its replacements can be looked at. */
async function tellAdministrators(ports: Ports, unit: UnitOfWork, draftId: string, occasion: Occasion): Promise<void> {
  const range = { ...withPrefix('administrator'), limit: mostAdministrators };
  const contacts = await ports.programmes.range(unit.programmeId, 'contact', range);
  for (const { key, value } of contacts.rows) {
    unit.say({
      kind: 'replacements',
      recipient: { to: 'contact', id: key },
      subject: { draftId },
      notBefore: decentHourFor(ports, value, occasion.now),
    });
  }
}

/** Work that was taken away or cancelled shows in its progress, which then cannot be told any more. */
async function choose(
  pairer: Pairer,
  people: readonly PersonProfile[],
  progress: (share: number) => Promise<void>,
  options: PairerOptions,
): Promise<DraftResult> {
  const stops: unknown[] = [];
  const told = (share: number): void => {
    progress(0.2 + 0.6 * share).catch((error: unknown) => {
      stops.push(error);
    });
  };
  try {
    return await pairer(people, { ...options, progress: told, cancelled: () => stops.length > 0 });
  } catch (error) {
    throw stops.length > 0 ? stops[0] : error;
  }
}

interface Candidates {
  readonly people: readonly PersonProfile[];
  readonly asked: readonly (readonly [string, string])[];
  /** Of this programme and of every other. */
  readonly formerPairs: readonly FormerIds[];
  /** Of everybody the programme knows, so that no chain of managers has a hole where somebody takes no part. */
  readonly reportingLines: readonly (readonly [string, string])[];
}

async function readCandidates(ports: Ports, programmeId: string, now: Instant): Promise<Candidates> {
  const taken = new Map<string, number>();
  const take = ({ mentorId, menteeId }: { readonly mentorId: string; readonly menteeId: string }): void => {
    for (const key of [`mentor|${mentorId}`, `mentee|${menteeId}`]) taken.set(key, (taken.get(key) ?? 0) + 1);
  };
  const formerPairs: FormerIds[] = [];
  for await (const { value } of readWhole(ports.programmes, programmeId, 'pair')) {
    const endedAt = endOf(value);
    if (endedAt === undefined) take(value);
    else formerPairs.push([value.mentorId, value.menteeId, endedAt]);
  }
  const asked: (readonly [string, string])[] = [];
  for await (const { value } of readWhole(ports.programmes, programmeId, 'proposal')) {
    asked.push([value.mentorId, value.menteeId]);
    if (holdsPlaces(value, now)) take(value);
  }
  const people: PersonProfile[] = [];
  const candidates: Participant[] = [];
  const lines = new Map<string, string>();
  for await (const row of readWhole(ports.programmes, programmeId, 'line')) lines.set(row.key, row.value.managerId);
  for await (const { value } of readWhole(ports.programmes, programmeId, 'participant')) {
    if (value.profile.managerId !== undefined) lines.set(value.id, value.profile.managerId);
    if (!wantsPartner(value, now) || value.reach !== 'reachable') continue;
    const free = withFreePlaces(
      value.profile,
      (side) => value.profile.capacity - (taken.get(`${side}|${value.id}`) ?? 0),
    );
    if (free === undefined) continue;
    people.push(free);
    candidates.push(value);
  }
  formerPairs.push(...(await findFormerPairs(ports, candidates)));
  return { people, asked, formerPairs, reportingLines: [...lines] };
}

/** The person with the places they still have; somebody who is both and has a place on one side only takes part on that side. */
function withFreePlaces(profile: PersonProfile, left: (side: Side) => number): PersonProfile | undefined {
  const sides = (['mentor', 'mentee'] as const).filter(
    (side) => (profile.role === 'both' || profile.role === side) && left(side) > 0,
  );
  const [first] = sides;
  if (first === undefined) return undefined;
  return { ...profile, role: sides.length === 2 ? 'both' : first, capacity: Math.min(...sides.map(left)) };
}

function splitParts(result: DraftResult): readonly DraftPart[] {
  const count = Math.ceil(Math.max(result.pairs.length, result.unpaired.length) / itemsPerPart);
  const share = <T>(items: readonly T[], index: number): readonly T[] =>
    items.slice(index * itemsPerPart, (index + 1) * itemsPerPart);
  return Array.from({ length: count }, (_, index) => ({
    pairs: share(result.pairs, index),
    unpaired: share(result.unpaired, index),
  }));
}
