import { isOwnTopic } from '../catalogues/topics';
import type { BoardRow } from '../domain/board';
import { isTold } from '../privacy/small-groups';
import { monthsOn, startOf } from './count-health';

/** What pairs have come to, in counts of the whole programme. A session lasts an hour. */
export interface Progress {
  /** By the months of the pairs, from 1: sessions held, and those that were to have been held by now. */
  readonly months: readonly { readonly number: number; readonly held: number; readonly planned: number }[];
  /** Every pair there is or was, by its state. */
  readonly pairs: Readonly<Record<BoardRow['state'], number>>;
  /** People who have, or had, a partner. */
  readonly paired: number;
  /** Catalogue topics of five pairs and more, the most frequent first, with the sessions these pairs held. */
  readonly topics: readonly { readonly topic: string; readonly pairs: number; readonly held: number }[];
  /** From which function to which one learns, where five pairs and more do. */
  readonly ways: readonly { readonly mentor: string; readonly mentee: string; readonly pairs: number }[];
  /** Of the pairs of which both places are known, how many join two functions, or two sites. */
  readonly across: { readonly [P in Place]: { readonly joining: number; readonly of: number } };
  /** Pairs that went through all their months, of those that are over. */
  readonly over: { readonly finished: number; readonly of: number };
}

type Place = 'function' | 'site';

/**
 * Counts what the rows of a board come to on a day (UTC). A month is planned for each pair once it is over, or its session is held; months after the end of a
 * pair are not.
 */
export function countProgress(rows: Iterable<BoardRow>, day: string): Progress {
  const months = new Map<number, { held: number; planned: number }>();
  const topics = new Map<string, { pairs: number; held: number }>();
  const ways = new Map<string, { mentor: string; mentee: string; pairs: number }>();
  const across = { function: { joining: 0, of: 0 }, site: { joining: 0, of: 0 } };
  const people = new Set<string>();
  const pairs = { active: 0, finished: 0, ended: 0 };
  for (const row of rows) {
    people.add(row.mentor.id).add(row.mentee.id);
    let held = 0;
    for (const [index, step] of monthsOn(row, day).entries()) {
      const month = months.get(index + 1) ?? { held: 0, planned: 0 };
      const isOver = (row.windowEnds[index] ?? '') <= startOf(day);
      if (step === 'held') month.held += 1;
      if (step === 'held' || (isOver && step !== 'after-end')) month.planned += 1;
      if (step === 'held') held += 1;
      months.set(index + 1, month);
    }
    for (const topic of row.topics.filter((one) => !isOwnTopic(one))) {
      const before = topics.get(topic) ?? { pairs: 0, held: 0 };
      topics.set(topic, { pairs: before.pairs + 1, held: before.held + held });
    }
    const { mentor, mentee } = row.places ?? { mentor: {}, mentee: {} };
    for (const place of ['function', 'site'] as const) {
      if (mentor[place] === undefined || mentee[place] === undefined) continue;
      across[place].of += 1;
      if (mentor[place] !== mentee[place]) across[place].joining += 1;
    }
    if (mentor.function !== undefined && mentee.function !== undefined) {
      const key = JSON.stringify([mentor.function, mentee.function]);
      const before = ways.get(key)?.pairs ?? 0;
      ways.set(key, { mentor: mentor.function, mentee: mentee.function, pairs: before + 1 });
    }
    pairs[row.state] += 1;
  }
  return {
    months: [...months].sort(([one], [other]) => one - other).map(([number, month]) => ({ number, ...month })),
    pairs,
    paired: people.size,
    topics: [...topics]
      .filter(([, { pairs }]) => isTold(pairs))
      .sort(([one, a], [other, b]) => b.pairs - a.pairs || (one < other ? -1 : 1))
      .map(([topic, counts]) => ({ topic, ...counts })),
    ways: [...ways.values()]
      .filter(({ pairs }) => isTold(pairs))
      .sort((a, b) => b.pairs - a.pairs || (a.mentor + a.mentee < b.mentor + b.mentee ? -1 : 1)),
    across,
    over: { finished: pairs.finished, of: pairs.finished + pairs.ended },
  };
}
