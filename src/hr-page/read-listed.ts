import type { RowPage, Stored } from '../kernel/row-store';
import type { ListedMessage } from '../domain/message';
import type { Ports } from '../domain/ports';

/** So many ranges one after the other at most, where a filter keeps few of what they hold. */
const mostRounds = 5;

export interface ListedPage {
  readonly messages: readonly ListedMessage[];
  /** Place to go on from; a page may be short, or empty, while there is one. */
  readonly next?: string;
}

/**
 * The newest messages that stand under any of the prefixes, from a place on that a page before told: under each they stand in the same
 * order, so that what the ranges hold is merged by the rest of the key.
 */
export async function readListed(
  ports: Ports<'programmes'>,
  programmeId: string,
  prefixes: readonly string[],
  page: { readonly from?: string; readonly most: number; readonly keep: (message: ListedMessage) => boolean },
): Promise<ListedPage> {
  const messages: ListedMessage[] = [];
  let from = page.from ?? '';
  for (let round = 0; round < mostRounds; round++) {
    const ranges = await Promise.all(
      prefixes.map((prefix) =>
        ports.programmes.range(programmeId, 'listed', {
          from: `${prefix}${from}`,
          to: `${prefix}\uffff`,
          limit: page.most + 1,
        }),
      ),
    );
    const { rows, next } = merged(prefixes, ranges);
    for (const { place, value } of rows) {
      if (!page.keep(value)) continue;
      if (messages.length === page.most) return { messages, next: place };
      messages.push(value);
    }
    if (next === undefined) return { messages };
    from = next;
  }
  return { messages, next: from };
}

interface Placed {
  readonly place: string;
  readonly value: ListedMessage;
}

/** The rows in order as far as every range was read, and the place where one of them goes on. */
function merged(
  prefixes: readonly string[],
  ranges: readonly RowPage<ListedMessage>[],
): { readonly rows: readonly Placed[]; readonly next?: string } {
  const placeOf = (index: number, key: string): string => key.slice(prefixes[index]?.length ?? 0);
  const ends = ranges.flatMap(({ next }, index) => (next === undefined ? [] : [placeOf(index, next)]));
  const next = ends.sort()[0];
  const rows = ranges
    .flatMap((range, index) =>
      range.rows.map(({ key, value }: Stored<ListedMessage>) => ({ place: placeOf(index, key), value })),
    )
    .filter(({ place }) => next === undefined || place < next)
    .sort((one, other) => (one.place < other.place ? -1 : 1));
  return { rows, ...(next === undefined ? {} : { next }) };
}
