import type { Stored } from '../kernel/row-store';
import type { Actor, Occasion, Ports } from '../programme/ports';
import { UnitOfWork } from '../programme/unit-of-work';
import { listPair } from './list-draft';
import {
  partsPerList,
  type DraftChange,
  type DraftHead,
  type DraftList,
  type DraftPair,
  type DraftPart,
} from './model';

/** The parts and stretches of the list that a change is about, and the names of their people. */
export interface DraftPages {
  readonly parts: ReadonlyMap<number, Stored<DraftPart>>;
  readonly lists: ReadonlyMap<number, Stored<DraftList>>;
  readonly names: ReadonlyMap<string, string>;
}

/** Writes a change by hand in one transaction; false when somebody else changed the draft first. */
export async function rewriteDraft(
  ports: Ports,
  programmeId: string,
  head: Stored<DraftHead>,
  pages: DraftPages,
  change: DraftChange,
  added: readonly DraftPair[],
  { pairsAfter, totalAfter }: { readonly pairsAfter: number; readonly totalAfter: number },
  actor: Actor,
  occasion: Occasion,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, occasion, actor.directoryId);
  const home = homesOf(change, [...pages.parts.keys()][0] ?? 0);
  const gone = new Set(change.remove.map(({ pair }) => String(pair)));
  const placed = new Set(change.add.flat());
  const left = change.remove.flatMap(({ pair }) => pair).filter((id) => !placed.has(id));
  for (const [part, stored] of pages.parts) {
    unit.replace('draft-part', stored, {
      pairs: [
        ...stored.value.pairs.filter((pair) => !gone.has(`${pair.mentorId},${pair.menteeId}`)),
        ...added.filter((pair) => home(`${pair.mentorId},${pair.menteeId}`) === part),
      ],
      unpaired: [
        ...stored.value.unpaired.filter((one) => !placed.has(one.participantId)),
        ...left.filter((id) => home(id) === part).map((id) => takenApart(id, change)),
      ],
    });
  }
  for (const [stretch, stored] of pages.lists) {
    const isHere = (key: string): boolean => Math.floor(home(key) / partsPerList) === stretch;
    unit.replace('draft-list', stored, {
      pairs: [
        ...stored.value.pairs.filter((pair) => !gone.has(`${pair.mentor.id},${pair.mentee.id}`)),
        ...added
          .map((pair) => [pair, `${pair.mentorId},${pair.menteeId}`] as const)
          .filter(([, key]) => isHere(key))
          .map(([pair, key]) => ({ ...listPair(pair, home(key), pages.names), byHand: true as const })),
      ],
      unpaired: [
        ...stored.value.unpaired.filter((one) => !placed.has(one.id)),
        ...left.filter(isHere).map((id) => ({
          id,
          name: pages.names.get(id) ?? id,
          role: takenApart(id, change).role,
          part: home(id),
        })),
      ],
    });
  }
  // What the search found of aims, coverage and what would help is true no longer.
  const { aims: _aims, totalWithoutAims: _total, coverage: _coverage, help: _help, ...rest } = head.value;
  return unit
    .replace('draft', head, {
      ...rest,
      pairs: pairsAfter,
      unpairedCount: head.value.unpairedCount - change.free.filter(({ id }) => placed.has(id)).length + left.length,
      total: totalAfter,
      optimal: false,
      revision: head.value.revision + 1,
    })
    .changed('draft-changed-by-hand')
    .commit();
}

/** Where each new pair and each person left over is kept: where what they come from was, so that no part grows with every change. */
function homesOf({ remove, add, free }: DraftChange, first: number): (key: string) => number {
  const homes = new Map<string, number>();
  add.forEach((pair, index) => homes.set(String(pair), (remove[index] ?? free[index])?.part ?? first));
  for (const { pair, part } of remove) for (const id of pair) homes.set(id, part);
  return (key) => homes.get(key) ?? first;
}

function takenApart(id: string, { remove }: DraftChange): DraftPart['unpaired'][number] {
  const role = remove.some(({ pair }) => pair[0] === id) ? 'mentor' : 'mentee';
  return { participantId: id, role, reasons: [{ ...byHand }] };
}

const byHand = { fr: 'Votre équipe RH a défait ce binôme à la main.', en: 'HR took this pair apart by hand.' };
