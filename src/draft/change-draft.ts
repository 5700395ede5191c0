import { ok, refused, type Result } from '../kernel/result';
import { partKey } from '../participant/preview-import';
import type { Actor, Occasion, Ports } from '../programme/ports';
import type { DraftChangeDto } from './api-contract';
import { partsPerList, type DraftChange, type DraftPair, type DraftPart, type PairIds } from './model';
import { rewriteDraft, type DraftPages } from './rewrite-draft';
import { weighPair } from './weigh-pair';

/**
 * The effect of a change by hand on the number of pairs and on the total, and, with `apply`, the change itself: every person keeps as
 * many places as they had or were left over with. Pairs that a rule forbids are listed and nothing is changed. `version-stale` when somebody
 * changed the draft since; `not-free` when a person would have more partners than before.
 */
export async function changeDraft(
  ports: Ports,
  programmeId: string,
  draftId: string,
  change: DraftChange,
  actor: Actor,
  occasion: Occasion,
): Promise<Result<DraftChangeDto, 'not-found' | 'draft-not-ready' | 'version-stale' | 'not-free'>> {
  const head = await ports.programmes.get(programmeId, 'draft', draftId);
  if (head === undefined) return refused('not-found');
  if (head.value.state !== 'ready') return refused('draft-not-ready');
  // Pairs that go on can be taken out; nobody else belongs among them.
  if (head.value.renewal !== undefined && change.add.length > 0) return refused('draft-not-ready');
  if (head.value.revision !== change.revision) return refused('version-stale');
  const pages = await loadPages(ports, programmeId, draftId, change);
  if (pages === undefined) return refused('version-stale');
  const removed = change.remove.map(({ pair, part }) => findPair(pages.parts.get(part)?.value, pair));
  if (removed.some((pair) => pair === undefined)) return refused('version-stale');
  if (!change.free.every(({ id, part }) => isLeftOver(pages.parts.get(part)?.value, id)))
    return refused('version-stale');
  if (!keepsPlaces(change)) return refused('not-free');

  const weighed = await Promise.all(
    change.add.map((pair) => weighPair(ports, programmeId, pair, head.value, occasion.now)),
  );
  const added = weighed.flatMap((one) => (one.allowed ? [one.pair] : []));
  const forbidden = weighed.flatMap((one, index) =>
    one.allowed ? [] : [{ pair: tuple(change.add[index] as PairIds), fr: one.why.fr, en: one.why.en }],
  );
  const totalAfter =
    head.value.total - sum(removed.map((pair) => pair?.score ?? 0)) + sum(added.map((pair) => pair.score));
  const pairsAfter = head.value.pairs - removed.length + change.add.length;
  const effect: DraftChangeDto = {
    revision: head.value.revision,
    applied: false,
    pairsBefore: head.value.pairs,
    pairsAfter,
    totalBefore: head.value.total,
    totalAfter,
    added: added.map((pair) => ({ pair: [pair.mentorId, pair.menteeId], score: pair.score })),
    refused: forbidden,
  };
  if (!change.apply || forbidden.length > 0) return ok(effect);
  const applied = await rewriteDraft(
    ports,
    programmeId,
    head,
    pages,
    change,
    added,
    { pairsAfter, totalAfter },
    actor,
    occasion,
  );
  return applied ? ok({ ...effect, applied: true, revision: head.value.revision + 1 }) : refused('version-stale');
}

/** The parts and stretches of the list that a change is about; undefined where one is not there. */
async function loadPages(
  ports: Ports,
  programmeId: string,
  draftId: string,
  change: DraftChange,
): Promise<DraftPages | undefined> {
  const numbers = [...new Set([...change.remove, ...change.free].map(({ part }) => part))];
  const stretches = [...new Set(numbers.map((part) => Math.floor(part / partsPerList)))];
  const parts = await Promise.all(
    numbers.map(
      async (part) => [part, await ports.programmes.get(programmeId, 'draft-part', partKey(draftId, part))] as const,
    ),
  );
  const lists = await Promise.all(
    stretches.map(
      async (one) => [one, await ports.programmes.get(programmeId, 'draft-list', partKey(draftId, one))] as const,
    ),
  );
  const known = <T>(entries: readonly (readonly [number, T | undefined])[]): Map<number, T> =>
    new Map(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
  const found = { parts: known(parts), lists: known(lists) };
  if (found.parts.size < numbers.length || found.lists.size < stretches.length || numbers.length === 0)
    return undefined;
  const names = new Map(
    [...found.lists.values()].flatMap(({ value }) => [
      ...value.pairs.flatMap((pair) => [pair.mentor, pair.mentee].map((one) => [one.id, one.name] as const)),
      ...value.unpaired.map((one) => [one.id, one.name] as const),
    ]),
  );
  return { ...found, names };
}

function findPair(part: DraftPart | undefined, [mentorId, menteeId]: PairIds): DraftPair | undefined {
  return part?.pairs.find((pair) => pair.mentorId === mentorId && pair.menteeId === menteeId);
}

function isLeftOver(part: DraftPart | undefined, id: string): boolean {
  return part?.unpaired.some((left) => left.participantId === id) ?? false;
}

/** Nobody has more partners than before, save those who were left over and now have one. */
function keepsPlaces({ remove, add, free }: DraftChange): boolean {
  const places = new Map<string, number>();
  const count = (key: string, by: number): void => {
    places.set(key, (places.get(key) ?? 0) + by);
  };
  for (const { pair } of remove) {
    count(`mentor|${pair[0]}`, 1);
    count(`mentee|${pair[1]}`, 1);
  }
  for (const { id } of free) {
    count(`mentor|${id}`, 1);
    count(`mentee|${id}`, 1);
  }
  for (const [mentor, mentee] of add) {
    count(`mentor|${mentor}`, -1);
    count(`mentee|${mentee}`, -1);
  }
  const twice = [add.map(String), remove.map((one) => String(one.pair)), free.map((one) => one.id)].some(
    (list) => new Set(list).size < list.length,
  );
  return !twice && [...places.values()].every((left) => left >= 0);
}

function tuple([mentor, mentee]: PairIds): [string, string] {
  return [mentor, mentee];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
