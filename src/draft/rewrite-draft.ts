import type { Stored } from '../kernel/row-store';
import { partKey } from '../people-file/preview-import';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { placeKey } from './count-partners';
import { listPair } from './list-draft';
import {
  partsPerList,
  type DraftChange,
  type DraftHead,
  type DraftListName,
  type DraftPair,
  type DraftPart,
} from '../domain/draft';
import type { ChangePlan } from './plan-change';
import type { DraftListPages } from './read-list-pages';
import type { Localised } from '../language/languages';

/** A change by hand that no rule forbids, with all that it rests on. */
export interface Rewriting {
  readonly head: Stored<DraftHead>;
  readonly after: DraftHead;
  readonly list: DraftListPages;
  readonly plan: ChangePlan;
  readonly change: DraftChange;
  readonly added: readonly DraftPair[];
}

/** Writes a change by hand in one transaction; false when somebody else changed the draft first. */
export async function rewriteDraft(
  ports: Ports<Saving>,
  programmeId: string,
  rewriting: Rewriting,
  actor: Actor,
  context: UseCaseContext,
): Promise<boolean> {
  const { head, after, list, plan, change, added } = rewriting;
  const home = homesOf(rewriting);
  const gone = new Set(change.remove.map(String));
  const placed = new Set(plan.placed.map(({ id }) => id));
  const numbers = new Set([...plan.removed, ...plan.placed].map(({ partNumber }) => partNumber));
  for (const pair of added) numbers.add(home(keyOf(pair)));
  for (const { id } of plan.alone) numbers.add(home(id));
  const parts = await readParts(ports, programmeId, head.key, [...numbers]);
  if (parts === undefined) return false;
  const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId);
  const alone = plan.alone.map((one) => ({ ...one, role: roleOf(one.id, rewriting) }));
  for (const [partNumber, stored] of parts) {
    unit.replace('draft-part', stored, {
      pairs: [
        ...stored.value.pairs.filter((pair) => !gone.has(keyOf(pair))),
        ...added.filter((pair) => home(keyOf(pair)) === partNumber),
      ],
      unpaired: [
        ...stored.value.unpaired.filter((one) => !placed.has(one.participantId)),
        ...alone
          .filter(({ id }) => home(id) === partNumber)
          .map(({ id, role }) => ({ participantId: id, role, reasons: [{ ...byHand }] })),
      ],
    });
  }
  const names = namesOf(rewriting);
  for (const page of new Set([...numbers].map((partNumber) => Math.floor(partNumber / partsPerList)))) {
    const stored = list.pages.get(page);
    if (stored === undefined) return false;
    const isHere = (key: string): boolean => Math.floor(home(key) / partsPerList) === page;
    unit.replace('draft-list', stored, {
      pairs: [
        ...stored.value.pairs.filter((pair) => !plan.removed.includes(pair)),
        ...added
          .filter((pair) => isHere(keyOf(pair)))
          .map((pair) => ({ ...listPair(pair, home(keyOf(pair)), names), byHand: true as const })),
      ],
      unpaired: [
        ...stored.value.unpaired.filter((one) => !placed.has(one.id)),
        ...alone
          .filter(({ id }) => isHere(id))
          .map(({ id, name, role, places }) => ({
            id,
            name,
            role,
            partNumber: home(id),
            ...(places > 1 ? { places } : {}),
          })),
      ],
    });
  }
  return unit.replace('draft', head, after).recordChange('draft-changed-by-hand').commit();
}

async function readParts(
  ports: Ports<'programmes'>,
  programmeId: string,
  draftId: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Stored<DraftPart>> | undefined> {
  const parts = new Map<number, Stored<DraftPart>>();
  await Promise.all(
    numbers.map(async (partNumber) => {
      const stored = await ports.programmes.get(programmeId, 'draft-part', partKey(draftId, partNumber));
      if (stored !== undefined) parts.set(partNumber, stored);
    }),
  );
  return parts.size === numbers.length ? parts : undefined;
}

/**
 * Where each new pair and each person left over is kept: where a pair that was taken apart or somebody left over was, so that no part
 * grows with every change, and else where the mentor is.
 */
function homesOf({ plan, added }: Rewriting): (key: string) => number {
  const free = [...plan.removed, ...plan.placed].map(({ partNumber }) => partNumber);
  const homes = new Map<string, number>();
  added.forEach((pair, index) => {
    const beside = plan.before.get(placeKey('mentor', pair.mentorId))?.partNumber ?? 0;
    homes.set(keyOf(pair), free[index] ?? beside);
  });
  for (const { mentor, mentee, partNumber } of plan.removed)
    for (const { id } of [mentor, mentee]) homes.set(id, partNumber);
  return (key) => homes.get(key) ?? 0;
}

/** The sides somebody left over takes part on. */
function roleOf(id: string, { plan }: Rewriting): DraftPart['unpaired'][number]['role'] {
  const isMentor = plan.before.has(placeKey('mentor', id));
  return isMentor && plan.before.has(placeKey('mentee', id)) ? 'both' : isMentor ? 'mentor' : 'mentee';
}

/** Names and places of the people of the new pairs, as the draft has them. */
function namesOf({ plan, change }: Rewriting): ReadonlyMap<string, DraftListName> {
  const named = (['mentor', 'mentee'] as const).flatMap((side, index) =>
    change.add.map((pair): readonly [string, DraftListName] => {
      const id = pair[index] ?? '';
      const { name, places } = plan.before.get(placeKey(side, id)) ?? { name: id, places: 1 };
      const other = plan.before.has(placeKey(side === 'mentor' ? 'mentee' : 'mentor', id));
      return [id, { id, name, ...(places > 1 ? { places } : {}), ...(other ? { both: true as const } : {}) }];
    }),
  );
  return new Map(named);
}

function keyOf({ mentorId, menteeId }: DraftPair): string {
  return `${mentorId},${menteeId}`;
}

const byHand: Localised<string> = {
  fr: 'Votre équipe RH a défait ce binôme à la main.',
  en: 'HR took this pair apart by hand.',
};
