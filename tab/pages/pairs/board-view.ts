import type { BoardRowDto } from '../../../src/board/api-contract';
import { foldText } from '../../../src/kernel/fold-text';
import type { Language } from '../../host/host';

export const sortKeys = ['health', 'mentor', 'mentee', 'next'] as const;
export type SortKey = (typeof sortKeys)[number];
export const healths = ['needs-a-time', 'quiet', 'on-hold', 'on-track', 'finished', 'ended'] as const;

/** What the reader has chosen to see; lives in the address, so that it can be kept and sent. */
export interface BoardChoice {
  readonly search: string;
  readonly health: string;
  readonly topic: string;
  readonly sort: SortKey;
  readonly descending: boolean;
}

/** The choice as an address has it; what it does not know is the default. */
export function readChoice(params: URLSearchParams): BoardChoice {
  const sort = params.get('sort');
  return {
    search: params.get('q') ?? '',
    health: params.get('health') ?? '',
    topic: params.get('topic') ?? '',
    sort: sortKeys.find((key) => key === sort) ?? 'health',
    descending: params.get('order') === 'down',
  };
}

/** The choice for an address, defaults left out. */
export function writeChoice(choice: BoardChoice): Record<string, string> {
  return {
    ...(choice.search === '' ? {} : { q: choice.search }),
    ...(choice.health === '' ? {} : { health: choice.health }),
    ...(choice.topic === '' ? {} : { topic: choice.topic }),
    ...(choice.sort === 'health' ? {} : { sort: choice.sort }),
    ...(choice.descending ? { order: 'down' } : {}),
  };
}

/** The rows that were asked for, in the order that was asked for; by health, those that could use a hand come first. */
export function chooseRows(
  rows: readonly BoardRowDto[],
  choice: BoardChoice,
  language: Language,
): readonly BoardRowDto[] {
  const wanted = foldText(choice.search);
  const found = rows.filter(
    (row) =>
      (choice.health === '' || row.health === choice.health) &&
      (choice.topic === '' || row.topics.includes(choice.topic)) &&
      foldText(`${row.mentor.name} ${row.mentee.name}`).includes(wanted),
  );
  const turn = choice.descending ? -1 : 1;
  return found.toSorted(
    (a, b) =>
      withoutDateLast(a, b, choice.sort) ||
      turn * compare(a, b, choice.sort, language) ||
      a.mentor.name.localeCompare(b.mentor.name, language),
  );
}

/** What is not there is never first, whichever way the rest is turned. */
function withoutDateLast(a: BoardRowDto, b: BoardRowDto, sort: SortKey): number {
  return sort === 'next' ? Number(a.nextSession === undefined) - Number(b.nextSession === undefined) : 0;
}

function compare(a: BoardRowDto, b: BoardRowDto, sort: SortKey, language: Language): number {
  switch (sort) {
    case 'health':
      return healths.indexOf(a.health) - healths.indexOf(b.health);
    case 'mentor':
      return a.mentor.name.localeCompare(b.mentor.name, language);
    case 'mentee':
      return a.mentee.name.localeCompare(b.mentee.name, language);
    case 'next':
      return (a.nextSession ?? '').localeCompare(b.nextSession ?? '');
  }
}
