import { readWhole } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { partKey } from '../people-file/preview-import';
import type { Ports } from '../domain/ports';
import { partsPerList, type DraftHead, type DraftList } from '../domain/draft';

/** The whole list of a draft: its pages by number, and all of them together. One bounded range; throws `rows-unreadable`. */
export interface DraftListPages extends Pick<DraftList, 'pairs' | 'unpaired'> {
  readonly pages: ReadonlyMap<number, Stored<DraftList>>;
}

/** Reads them. What is written to a draft is written with its head: a head that has not changed since goes with this list. */
export async function readListPages(
  ports: Ports<'programmes'>,
  programmeId: string,
  head: DraftHead,
): Promise<DraftListPages> {
  const count = Math.ceil(head.partCount / partsPerList);
  const numbers = new Map(Array.from({ length: count }, (_, number) => [partKey(head.id, number), number]));
  const pages = new Map<number, Stored<DraftList>>();
  const range = { from: partKey(head.id, 0), to: partKey(head.id, count) };
  for await (const row of readWhole(ports.programmes, programmeId, 'draft-list', range)) {
    const number = numbers.get(row.key);
    if (number !== undefined) pages.set(number, row);
  }
  const lists = [...pages.values()].map(({ value }) => value);
  return {
    pages,
    pairs: lists.flatMap(({ pairs }) => pairs),
    unpaired: lists.flatMap(({ unpaired }) => unpaired),
  };
}
