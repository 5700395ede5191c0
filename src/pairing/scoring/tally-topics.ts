import type { Expertise, Goal } from '../../domain/participant';
import { isOwnTopic, topicFamily } from '../../catalogues/topics';
import { mostFit, qualityFor, sameTopic } from './match-topics';

/** Goals in flat arrays, so that a mentor is weighed against every mentee without an object in sight. */
export interface TopicTally {
  /** By mentee: where their goals begin; one more at the end. */
  readonly start: Int32Array;
  /** By goal: the place of its topic, and its priority. */
  readonly places: Int32Array;
  readonly priorities: Int32Array;
  /** By mentee: the greatest fit there can be. */
  readonly most: Int32Array;
  /** By mentee: bits of the families and own topics wanted; a mentor with none of them has no fit. */
  readonly wanted: Int32Array;
  /** By mentor: bits of what they share. */
  readonly shared: Int32Array;
  /** How far the mentor answers each wanted topic, in hundredths by place; valid until the next call. */
  qualityOf(mentor: number): Uint8Array;
}

/** Lays out topics for `fit = min(most, sum of priority x quality)`, the same as `topicFit`. */
export function tallyTopics(
  expertises: readonly (readonly Expertise[])[],
  goals: readonly (readonly Goal[])[],
): TopicTally {
  const offered = new Set(expertises.flat().map(({ topic }) => groupOf(topic)));
  const bits = new Map([...offered].map((group, index) => [group, 1 << (index & 31)]));
  // What nobody shares, even nearly, can answer no goal: it has the place that always holds 0.
  const topics = [''];
  const placeOf = new Map<string, number>();
  const inGroup = new Map<string, number[]>();
  for (const { topic } of goals.flat()) {
    const same = sameTopic(topic);
    const group = groupOf(topic);
    if (placeOf.has(same) || !offered.has(group)) continue;
    const place = topics.push(topic) - 1;
    placeOf.set(same, place);
    inGroup.set(group, [...(inGroup.get(group) ?? []), place]);
  }
  const start = new Int32Array(goals.length + 1);
  goals.forEach((own, mentee) => {
    start[mentee + 1] = (start[mentee] as number) + own.length;
  });
  const flat = goals.flat();
  const bitsOf = (own: readonly { readonly topic: string }[]): number =>
    own.reduce((mask, { topic }) => mask | (bits.get(groupOf(topic)) ?? 0), 0);
  const quality = new Uint8Array(topics.length);
  return {
    start,
    places: Int32Array.from(flat, ({ topic }) => placeOf.get(sameTopic(topic)) ?? 0),
    priorities: Int32Array.from(flat, ({ priority }) => priority),
    most: Int32Array.from(goals, mostFit),
    wanted: Int32Array.from(goals, bitsOf),
    shared: Int32Array.from(expertises, bitsOf),
    qualityOf: (mentor) => {
      quality.fill(0);
      for (const { topic, level } of expertises[mentor] ?? []) {
        for (const place of inGroup.get(groupOf(topic)) ?? []) {
          const value = qualityFor(topic, level, topics[place] as string);
          if (value > (quality[place] as number)) quality[place] = value;
        }
      }
      return quality;
    },
  };
}

/** Topics that can answer one another: those of a family, and spellings of one own topic. */
function groupOf(topic: string): string {
  return isOwnTopic(topic) ? sameTopic(topic) : topicFamily(topic);
}
