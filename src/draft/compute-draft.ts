import { readAll } from '../kernel/read-all';
import type { PersonProfile } from '../participant/model';
import { partKey } from '../participant/preview-import';
import type { Occasion, Ports } from '../programme/ports';
import type { DraftPart } from '../programme/rows';
import { UnitOfWork } from '../programme/unit-of-work';
import type { DraftResult, Pairer } from './pairer';

const itemsPerPart = 20;

/**
 * Chooses pairs among the enrolled and reachable who still have a place, and keeps the draft with its reasons. Pairs that were asked
 * before are not asked again.
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
  const { people, asked } = await readCandidates(ports, programmeId);
  await progress(0.2);
  const result = await pairer(people, { seed: head.value.seed, forbidden: asked });
  await progress(0.8);
  const parts = splitParts(result);
  for (const [index, part] of parts.entries()) {
    const key = partKey(draftId, index);
    const there = await ports.programmes.get(programmeId, 'draft-part', key);
    const unit = new UnitOfWork(ports, programmeId, occasion, 'system');
    if (there === undefined) unit.insert('draft-part', key, part);
    else unit.replace('draft-part', there, part);
    await unit.commit();
  }
  await new UnitOfWork(ports, programmeId, occasion, 'system')
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
      revision: head.value.revision + 1,
    })
    .changed('draft-ready')
    .commit();
}

async function readCandidates(ports: Ports, programmeId: string): Promise<{ people: readonly PersonProfile[]; asked: readonly (readonly [string, string])[] }> {
  const taken = new Map<string, number>();
  const take = (id: string): void => void taken.set(id, (taken.get(id) ?? 0) + 1);
  for await (const row of readAll(ports.programmes, programmeId, 'places')) row.value.pairIds.forEach(() => take(row.key));
  const asked: (readonly [string, string])[] = [];
  for await (const { value } of readAll(ports.programmes, programmeId, 'proposal')) {
    asked.push([value.mentorId, value.menteeId]);
    if (value.state === 'asking-mentor' || value.state === 'asking-mentee') {
      take(value.mentorId);
      take(value.menteeId);
    }
  }
  const people: PersonProfile[] = [];
  for await (const { value } of readAll(ports.programmes, programmeId, 'participant')) {
    const capacity = value.profile.capacity - (taken.get(value.id) ?? 0);
    if (value.state === 'enrolled' && value.reach === 'reachable' && capacity > 0) people.push({ ...value.profile, capacity });
  }
  return { people, asked };
}

function splitParts(result: DraftResult): readonly DraftPart[] {
  const count = Math.ceil(Math.max(result.pairs.length, result.unpaired.length) / itemsPerPart);
  const share = <T>(items: readonly T[], index: number): readonly T[] => items.slice(index * itemsPerPart, (index + 1) * itemsPerPart);
  return Array.from({ length: count }, (_, index) => ({ pairs: share(result.pairs, index), unpaired: share(result.unpaired, index) }));
}
