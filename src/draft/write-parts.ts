import { readAll, withPrefix } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { partKey } from '../people-file/preview-import';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { readAttempt } from './begin-attempt';
import type { DraftHead, DraftList, DraftPart } from '../domain/draft';
import type { DraftResult } from './pairer';

const itemsPerPart = 20;

/** Pairs and people left over in parts that fit into one row each. */
export function splitParts(result: Pick<DraftResult, 'pairs' | 'unpaired'>): readonly DraftPart[] {
  const count = Math.ceil(Math.max(result.pairs.length, result.unpaired.length) / itemsPerPart);
  const share = <T>(items: readonly T[], index: number): readonly T[] =>
    items.slice(index * itemsPerPart, (index + 1) * itemsPerPart);
  return Array.from({ length: count }, (_, index) => ({
    pairs: share(result.pairs, index),
    unpaired: share(result.unpaired, index),
  }));
}

/**
 * Writes the parts and lists of a draft, one row at a time, each together with the head, and removes what an attempt that found more left
 * behind. Returns the head as it then is; undefined once the draft is not this attempt's any more, from when nothing is written.
 */
export async function writeParts(
  ports: Ports<Saving>,
  programmeId: string,
  head: Stored<DraftHead>,
  { parts, lists }: { readonly parts: readonly DraftPart[]; readonly lists: readonly DraftList[] },
  context: UseCaseContext,
): Promise<Stored<DraftHead> | undefined> {
  let mine: Stored<DraftHead> | undefined = head;
  const write = async (change: (unit: UnitOfWork) => Promise<unknown>): Promise<void> => {
    if (mine === undefined) return;
    const unit = new UnitOfWork(ports, programmeId, context, 'system').requireUnchanged('draft', mine);
    await change(unit);
    mine = (await unit.commit()) ? await readAttempt(ports, programmeId, head.value) : undefined;
  };
  const rows = { 'draft-part': parts, 'draft-list': lists };
  for (const kind of ['draft-part', 'draft-list'] as const) {
    for (const [index, row] of rows[kind].entries())
      await write(async (unit) => {
        const key = partKey(head.key, index);
        const there = await ports.programmes.get(programmeId, kind, key);
        if (there === undefined) unit.insert(kind, key, row);
        else unit.replace(kind, there, row);
      });
    const beyond = { ...withPrefix(`${head.key}|`), from: partKey(head.key, rows[kind].length) };
    for await (const left of readAll(ports.programmes, programmeId, kind, beyond))
      await write((unit) => Promise.resolve(unit.remove(kind, left)));
  }
  return mine;
}
