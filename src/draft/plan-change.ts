import { countPartners, placeKey, sides, type DraftPlace } from './count-partners';
import type { DraftChange, DraftList, DraftListPair, DraftListPerson, PairIds } from '../domain/draft';

/** What a change by hand does to a draft before any rule is asked. */
export interface ChangePlan {
  readonly removed: readonly DraftListPair[];
  /** Left over in the draft, and in a pair afterwards. */
  readonly placed: readonly DraftListPerson[];
  /** In a pair of the draft, and in none afterwards. */
  readonly alone: readonly DraftPlace[];
  /** Who has more partners afterwards, and how many they may have in the draft on that side. */
  readonly gaining: readonly DraftPlace[];
  /** Everybody of the draft by `placeKey`, as it is before. */
  readonly before: ReadonlyMap<string, DraftPlace>;
}

/**
 * Works a change out on the list of a draft. `version-stale` where a pair to be taken apart is not there; `not-free` where two people
 * are or would be together twice, in either direction, somebody does not take part, or somebody would have more partners than they
 * have places for. A person who already has more than that, since a place was taken elsewhere, keeps as many.
 */
export function planChange(
  list: Pick<DraftList, 'pairs' | 'unpaired'>,
  { remove, add }: Pick<DraftChange, 'remove' | 'add'>,
): ChangePlan | 'version-stale' | 'not-free' {
  const gone = new Set(remove.map(String));
  const removed = list.pairs.filter((pair) => gone.has(String(idsOf(pair))));
  if (removed.length < remove.length) return 'version-stale';
  const kept = list.pairs.filter((pair) => !removed.includes(pair)).map(idsOf);
  if (meetTwice([...kept, ...add], add)) return 'not-free';

  const before = countPartners(list);
  const partners = new Map([...before].map(([key, place]) => [key, place.partners]));
  const count = ([mentor, mentee]: PairIds, by: number): void => {
    for (const key of [placeKey('mentor', mentor), placeKey('mentee', mentee)])
      partners.set(key, (partners.get(key) ?? 0) + by);
  };
  for (const pair of removed) count(idsOf(pair), -1);
  for (const pair of add) count(pair, 1);
  const gaining: DraftPlace[] = [];
  for (const [key, after] of partners) {
    const place = before.get(key);
    if (place === undefined) return 'not-free';
    if (after <= place.partners) continue;
    if (after > place.places) return 'not-free';
    gaining.push({ ...place, partners: after });
  }
  const isAlone = (id: string): boolean => sides.every((side) => (partners.get(placeKey(side, id)) ?? 0) === 0);
  const apart = removed.flatMap(({ mentor, mentee }) => [
    [mentor.id, placeKey('mentor', mentor.id)] as const,
    [mentee.id, placeKey('mentee', mentee.id)] as const,
  ]);
  const alone = new Map(apart.flatMap(([id, key]) => (isAlone(id) ? [[id, before.get(key) as DraftPlace]] : [])));
  return {
    removed,
    placed: list.unpaired.filter(({ id }) => !isAlone(id)),
    alone: [...alone.values()],
    gaining,
    before,
  };
}

/** Whether one of the pairs is among them twice, or once in each direction. */
function meetTwice(pairs: readonly PairIds[], some: readonly PairIds[]): boolean {
  const times = new Map<string, number>();
  for (const [mentor, mentee] of pairs)
    for (const key of [`${mentor},${mentee}`, `${mentee},${mentor}`]) times.set(key, (times.get(key) ?? 0) + 1);
  return some.some((pair) => (times.get(String(pair)) ?? 0) > 1);
}

function idsOf({ mentor, mentee }: DraftListPair): PairIds {
  return [mentor.id, mentee.id];
}
