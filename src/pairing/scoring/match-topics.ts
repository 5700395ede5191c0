import { foldText } from '../../kernel/fold-text';
import type { Expertise, Goal } from '../../domain/participant';
import { isOwnTopic, topicFamily } from '../../catalogues/topics';

/** How far an expertise of level 1 to 4 answers a goal, in hundredths; a related topic of the family counts for less. */
const exactQuality = [0, 55, 75, 90, 100];
const relatedQuality = [0, 20, 30, 35, 40];
/** Priorities that count for full points: one most wanted goal and one more. */
const enoughPriority = 4;

/** How far a mentor answers a mentee's goals, out of `mostFit`: each goal's priority times the best of the mentor's topics for it. */
export function topicFit(expertise: readonly Expertise[], goals: readonly Goal[]): number {
  let met = 0;
  for (const goal of goals) {
    let best = 0;
    for (const { topic, level } of expertise) best = Math.max(best, qualityFor(topic, level, goal.topic));
    met += goal.priority * best;
  }
  return Math.min(met, mostFit(goals));
}

/** What the best mentor of all could reach. */
export function mostFit(goals: readonly Goal[]): number {
  return (
    Math.min(
      goals.reduce((sum, goal) => sum + goal.priority, 0),
      enoughPriority,
    ) * 100
  );
}

/** The greatest value of `mostFit`. */
export const greatestFit = enoughPriority * 100;

/** How far an expertise answers one wanted topic, in hundredths. */
export function qualityFor(topic: string, level: number, wanted: string): number {
  if (sameTopic(topic) === sameTopic(wanted)) return exactQuality[level] ?? 0;
  if (isOwnTopic(topic) || isOwnTopic(wanted)) return 0;
  return topicFamily(topic) === topicFamily(wanted) ? (relatedQuality[level] ?? 0) : 0;
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

/** The topic in the form in which own topics meet however they are spelt. */
export function sameTopic(topic: string): string {
  return isOwnTopic(topic) ? `own:${foldText(topic)}` : topic;
}
