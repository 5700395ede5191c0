import { foldText } from '../../kernel/fold-text';
import { mixedBy, type MixedBy } from '../../domain/pairing-contract';
import type { PersonProfile } from '../../domain/participant';
import { isTold } from '../../privacy/small-groups';

/** How many of a group gave each answer. */
export type AnswerCounts = Readonly<Partial<Record<string, number>>>;
/** The answers of a group in fifths, which add up to five. */
export type Fifths = Readonly<Record<string, number>>;

/** What one side is made of: of each function that has a composition of its own, and of all others together. */
export interface SideComposition {
  readonly groups: Readonly<Record<string, Fifths>>;
  readonly rest: Fifths;
}
export interface Composition {
  readonly mentor: SideComposition;
  readonly mentee: SideComposition;
}
/** What a draft may know of gender and age band: compositions of groups, never an answer. Absent: too few have said. */
export type ProgrammeComposition = Readonly<Partial<Record<MixedBy, Composition | 'not-enabled'>>>;

/** Pairs of two groups count in parts of this size. */
export const pairParts = 25;

/**
 * The compositions of one side. Every answer is in exactly one of them, each of five answers or more that are not (nearly) all alike, so
 * that no difference between two of them is about fewer. Undefined where not even the whole side is so.
 */
export function composeSide(
  groups: Readonly<Record<string, AnswerCounts>>,
  rest: AnswerCounts,
): SideComposition | undefined {
  const sorted = Object.entries(groups).sort(([a, one], [b, other]) => sizeOf(one) - sizeOf(other) || (a < b ? -1 : 1));
  const own = sorted.filter(([name, counts]) => name !== '' && isSpeakable(counts));
  let others = sum([rest, ...sorted.filter((entry) => !own.includes(entry)).map(([, counts]) => counts)]);
  while (own.length > 0 && sizeOf(others) > 0 && !isSpeakable(others)) others = sum([others, own.shift()?.[1] ?? {}]);
  // People of functions of which nobody answered are taken for the whole side.
  const shared = sizeOf(others) > 0 ? others : sum(own.map(([, counts]) => counts));
  if (!isSpeakable(shared)) return undefined;
  return { groups: Object.fromEntries(own.map(([name, counts]) => [name, inFifths(counts)])), rest: inFifths(shared) };
}

/** What people of a file who agreed to it say, as compositions. Offline only: the product counts statements of its own. */
export function composePeople(people: readonly PersonProfile[]): ProgrammeComposition {
  return Object.fromEntries(
    mixedBy.flatMap((by) => {
      const of = (side: 'mentor' | 'mentee'): SideComposition | undefined => {
        const groups = new Map<string, Map<string, number>>();
        for (const person of people) {
          if (!person.consentDiversity || (person.role !== side && person.role !== 'both')) continue;
          const answer = foldText(person[by] ?? '');
          if (answer === '') continue;
          const name = foldText(person.function ?? '');
          const counts = groups.get(name) ?? new Map<string, number>();
          groups.set(name, counts.set(answer, (counts.get(answer) ?? 0) + 1));
        }
        return composeSide(
          Object.fromEntries([...groups].map(([name, counts]) => [name, Object.fromEntries(counts)])),
          {},
        );
      };
      const [mentor, mentee] = [of('mentor'), of('mentee')];
      return mentor === undefined || mentee === undefined ? [] : [[by, { mentor, mentee }]];
    }),
  );
}

/** The chance, in parts of 25, that two people of such groups differ. */
export function partsThatDiffer(one: Fifths, other: Fifths): number {
  return (
    pairParts -
    Object.entries(one).reduce(
      (same, [answer, share]) => same + share * (Object.hasOwn(other, answer) ? (other[answer] ?? 0) : 0),
      0,
    )
  );
}

/** Rounded to fifths by the largest remainders; of equal ones the more frequent answer, then the first by name. */
export function inFifths(counts: AnswerCounts): Fifths {
  const total = sizeOf(counts);
  const shares = Object.entries(counts).map(([answer, count = 0]) => ({
    answer,
    count,
    fifths: Math.floor((5 * count) / total),
    left: (5 * count) % total,
  }));
  const open = 5 - shares.reduce((all, { fifths }) => all + fifths, 0);
  shares.sort((a, b) => b.left - a.left || b.count - a.count || (a.answer < b.answer ? -1 : 1));
  return Object.fromEntries(
    shares
      .map(({ answer, fifths }, index) => [answer, fifths + Number(index < open)] as const)
      .filter(([, fifths]) => fifths > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Enough answers, and at least two of a fifth each. */
function isSpeakable(counts: AnswerCounts): boolean {
  return isTold(sizeOf(counts)) && Object.keys(inFifths(counts)).length > 1;
}

function sizeOf(counts: AnswerCounts): number {
  return Object.values(counts).reduce<number>((all, count) => all + (count ?? 0), 0);
}

function sum(all: readonly AnswerCounts[]): AnswerCounts {
  const total = new Map<string, number>();
  for (const counts of all)
    for (const [answer, count = 0] of Object.entries(counts)) total.set(answer, (total.get(answer) ?? 0) + count);
  return Object.fromEntries(total);
}
