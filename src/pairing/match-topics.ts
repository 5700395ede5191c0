import { foldText } from '../participant/fold-text';
import type { Expertise, Goal } from '../participant/model';
import { isOwnTopic, topicFamily } from '../participant/topics';

/** How far an expertise of level 1 to 4 answers a goal, in hundredths; a related topic of the family counts for less. */
const exactQuality = [0, 55, 75, 90, 100];
const relatedQuality = [0, 20, 30, 35, 40];
/** Priorities that count for full points: one most wanted goal and one more. */
const enoughPriority = 4;

/** Wanted topics against which every mentor's expertise was weighed. */
export interface TopicTable {
  readonly topics: number;
  /** Hundredths by mentor and wanted topic. */
  readonly quality: Uint8Array;
  /** By mentee: the places of the wanted topics, their priorities, and what the best mentor of all could reach. */
  readonly wishes: readonly { readonly places: Int32Array; readonly priorities: Int32Array; readonly most: number }[];
}

/** Weighs each expertise against each topic that somebody wants. */
export function tabulateTopics(
  expertises: readonly (readonly Expertise[])[],
  goals: readonly (readonly Goal[])[],
): TopicTable {
  const wanted = new Map<string, number>();
  for (const goal of goals.flat()) {
    if (!wanted.has(sameTopic(goal.topic))) wanted.set(sameTopic(goal.topic), wanted.size);
  }
  const families = [...wanted.keys()].map(topicFamily);
  const quality = new Uint8Array(expertises.length * wanted.size);
  expertises.forEach((expertise, mentor) => {
    const offset = mentor * wanted.size;
    for (const { topic, level } of expertise) {
      const family = isOwnTopic(topic) ? undefined : topicFamily(topic);
      families.forEach((wantedFamily, place) => {
        if (wantedFamily === family) raise(quality, offset + place, relatedQuality[level] ?? 0);
      });
      const exact = wanted.get(sameTopic(topic));
      if (exact !== undefined) raise(quality, offset + exact, exactQuality[level] ?? 0);
    }
  });
  const wishes = goals.map((wishesOfOne) => ({
    places: Int32Array.from(wishesOfOne, (goal) => wanted.get(sameTopic(goal.topic)) ?? 0),
    priorities: Int32Array.from(wishesOfOne, (goal) => goal.priority),
    most:
      Math.min(
        wishesOfOne.reduce((sum, goal) => sum + goal.priority, 0),
        enoughPriority,
      ) * 100,
  }));
  return { topics: wanted.size, quality, wishes };
}

/** How far a mentor answers a mentee's goals, out of the mentee's `most`. */
export function topicFit(table: TopicTable, mentor: number, mentee: number): number {
  const wishes = table.wishes[mentee];
  if (wishes === undefined) return 0;
  const offset = mentor * table.topics;
  let met = 0;
  for (let index = 0; index < wishes.places.length; index++) {
    met += (wishes.priorities[index] as number) * (table.quality[offset + (wishes.places[index] as number)] as number);
  }
  return Math.min(met, wishes.most);
}

/** Topics of the mentor that answer the mentee's goals, best first: the wanted ones themselves, and related ones. */
export function matchTopics(
  expertise: readonly Expertise[],
  goals: readonly Goal[],
): { readonly exact: readonly string[]; readonly related: readonly string[] } {
  const exact: { topic: string; weight: number }[] = [];
  const related: { topic: string; weight: number }[] = [];
  for (const { topic, level } of expertise) {
    const goal = goals.find((one) => sameTopic(one.topic) === sameTopic(topic));
    if (goal !== undefined) exact.push({ topic, weight: goal.priority * (exactQuality[level] ?? 0) });
    else if (!isOwnTopic(topic)) {
      const family = goals.filter((one) => !isOwnTopic(one.topic) && topicFamily(one.topic) === topicFamily(topic));
      if (family.length > 0)
        related.push({ topic, weight: Math.max(...family.map((one) => one.priority)) * (relatedQuality[level] ?? 0) });
    }
  }
  const ordered = (found: { topic: string; weight: number }[]): readonly string[] =>
    found.sort((a, b) => b.weight - a.weight || (a.topic < b.topic ? -1 : 1)).map((one) => one.topic);
  return { exact: ordered(exact), related: ordered(related) };
}

/** Own topics meet however they are spelt. */
function sameTopic(topic: string): string {
  return isOwnTopic(topic) ? `own:${foldText(topic)}` : topic;
}

function raise(values: Uint8Array, index: number, value: number): void {
  if (value > (values[index] ?? 0)) values[index] = value;
}
