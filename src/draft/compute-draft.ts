import type { Stored } from '../kernel/row-store';
import { readProgrammeMix, type HeldMix } from '../mix/read-programme-mix';
import type { PersonProfile } from '../participant/model';
import { partKey } from '../participant/preview-import';
import { statedIn } from '../pairing/prepare-pairing';
import type { Occasion, Ports } from '../programme/ports';
import { UnitOfWork } from '../programme/unit-of-work';
import { emptyChoices } from './rules';
import { listDepartments } from './list-departments';
import { listDraft, listName } from './list-draft';
import { measureCoverage } from './measure-coverage';
import type { DraftHead, DraftPart } from './model';
import { tellAdministrators } from './tell-administrators';
import type { DraftResult, Pairer, PairerOptions } from './pairer';
import { readCandidates, type Candidates } from './read-candidates';

const itemsPerPart = 20;

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
  const candidates = await readCandidates(ports, programmeId, occasion.now);
  await progress(0.2);
  for (let tries = 0; tries < mostTries; tries++) {
    // Whoever withdraws an answer all the time does not stop a draft: it then goes on without such aims.
    const held = tries < mostTries - 1 ? await mixFor(ports, head.value, programmeId, occasion) : noMix;
    if (await keepChoice(ports, pairer, programmeId, head, candidates, held, progress, occasion)) return;
    if ((await ports.programmes.get(programmeId, 'draft', draftId))?.etag !== head.etag) return;
  }
}

const mostTries = 4;
const noMix: HeldMix = { mix: {}, held: [] };

async function mixFor(ports: Ports, head: DraftHead, programmeId: string, occasion: Occasion): Promise<HeldMix> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  const { policy } = head.choices ?? emptyChoices;
  return programme === undefined ? noMix : readProgrammeMix(ports, programme.value, policy, occasion);
}

/** Chooses and keeps; false when another change came first, such as the withdrawal of an answer that the choice rests on. */
async function keepChoice(
  ports: Ports,
  pairer: Pairer,
  programmeId: string,
  head: Stored<DraftHead>,
  { people, asked, formerPairs, reportingLines }: Candidates,
  { mix, held }: HeldMix,
  progress: (share: number) => Promise<void>,
  occasion: Occasion,
): Promise<boolean> {
  const draftId = head.key;
  const { policy, locked, apart } = head.value.choices ?? emptyChoices;
  const result = await choose(pairer, people, progress, {
    seed: head.value.seed,
    policy,
    locked,
    apart,
    forbidden: asked,
    formerPairs,
    reportingLines,
    mix,
    now: occasion.now,
  });
  await progress(0.8);
  const parts = splitParts(result);
  const names = new Map(people.map((person) => [person.id, listName(person)]));
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
      departments: listDepartments(people),
      ...(result.aims === undefined ? {} : { aims: result.aims }),
      ...(result.totalWithoutAims === undefined ? {} : { totalWithoutAims: result.totalWithoutAims }),
      ...(result.refusedLocks === undefined ? {} : { refusedLocks: result.refusedLocks }),
      ...(result.help === undefined ? {} : { help: result.help.map(({ fr, en }) => ({ fr, en })) }),
      revision: head.value.revision + 1,
    })
    .changed('draft-ready');
  for (const tally of held) unit.replace('mix-tally', tally, tally.value);
  if (head.value.replaces !== undefined) await tellAdministrators(ports, unit, 'replacements', draftId, occasion);
  return unit.commit();
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

function splitParts(result: DraftResult): readonly DraftPart[] {
  const count = Math.ceil(Math.max(result.pairs.length, result.unpaired.length) / itemsPerPart);
  const share = <T>(items: readonly T[], index: number): readonly T[] =>
    items.slice(index * itemsPerPart, (index + 1) * itemsPerPart);
  return Array.from({ length: count }, (_, index) => ({
    pairs: share(result.pairs, index),
    unpaired: share(result.unpaired, index),
  }));
}
