import { isOwnTopic } from '../catalogues/topics';
import type { Expertise, Goal, Role } from '../domain/participant';
import { readWeighedWords } from '../enrolment/read-cells';
import type { WarningReason } from './people-issue';
import type { RowReading } from './read-row';

const topicsPerPerson = 20;
const highestLevel = 4;
const highestPriority = 3;
const usualWeight = 2;

/** What somebody can teach, each topic once with its level from 1 to 4; `topicOf` turns free words into a topic's id. */
export function readExpertise(
  row: RowReading,
  role: Role | undefined,
  topicOf: (words: string) => string,
): readonly Expertise[] {
  const isConcerned = role !== 'mentee';
  const found = readTopics(
    row,
    'expertise',
    { most: highestLevel, reason: 'default-topic-level', isConcerned },
    topicOf,
  );
  if (found.size === 0 && isConcerned) row.warn('expertise', 'default-expertise');
  return [...found].map(([topic, level]) => ({ topic, level }));
}

/** What somebody wants to learn, each topic once with its priority from 1 to 3. */
export function readGoals(
  row: RowReading,
  role: Role | undefined,
  topicOf: (words: string) => string,
): readonly Goal[] {
  const isConcerned = role !== 'mentor';
  const found = readTopics(
    row,
    'goals',
    { most: highestPriority, reason: 'default-goal-priority', isConcerned },
    topicOf,
  );
  if (found.size === 0 && isConcerned) row.warn('goals', 'default-goals');
  return [...found].map(([topic, priority]) => ({ topic, priority }));
}

/** Weight by topic. What the side that it is not for has filled in is kept for a later role, and counts for nothing. */
function readTopics(
  row: RowReading,
  field: 'expertise' | 'goals',
  {
    most,
    reason,
    isConcerned,
  }: { readonly most: number; readonly reason: WarningReason; readonly isConcerned: boolean },
  topicOf: (words: string) => string,
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const text = row.cell(field);
  if (text === '') return weights;
  const items = readWeighedWords(text, most);
  if (items.length > topicsPerPerson) row.warn(field, 'topics-cut', { most: String(topicsPerPerson) });
  for (const { words, weight } of items.slice(0, topicsPerPerson)) {
    const topic = topicOf(words);
    if (isConcerned && isOwnTopic(topic)) row.warn(field, 'own-topic', { value: words.slice(0, 60) });
    if (isConcerned && weight === undefined) row.warn(field, reason);
    weights.set(topic, Math.max(weight ?? usualWeight, weights.get(topic) ?? 0));
  }
  return weights;
}
