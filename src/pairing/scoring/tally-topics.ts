import type { Expertise, Goal } from '../../domain/participant';
import { isOwnTopic, topicFamily } from '../../catalogues/topics';
import { greatestFit, mostFit, qualityFor, sameTopic } from './match-topics';
import { topicPoints } from './score';

/** Points for topics by kind of goals: mentees who want the same are weighed once. */
export interface TopicTally {
  /** Kind of goals by mentee. */
  readonly kinds: Int32Array;
  /** The points of a mentor with each kind of goals; valid until the next call. */
  rowFor(mentor: number): Int32Array;
}

/** Lays out goals by what they ask for, so that a mentor meets only those that they can answer: `topicPoints` of `topicFit`. */
export function tallyTopics(
  expertises: readonly (readonly Expertise[])[],
  goals: readonly (readonly Goal[])[],
  weight: number,
): TopicTally {
  const { kinds, some } = groupGoals(goals);
  const places = placesOf(some, expertises);
  const most = Int32Array.from(some, mostFit);
  const points = tabulatePoints(weight);
  const base = most.map((whole) => (whole / 100) * (greatestFit + 1));
  const fit = new Int32Array(some.length);
  return {
    kinds,
    rowFor: (mentor) => {
      fit.fill(0);
      for (const [place, quality] of qualities(expertises[mentor] ?? [], places)) addPlace(fit, place, quality);
      for (let kind = 0; kind < fit.length; kind++) {
        const met = fit[kind] as number;
        const whole = most[kind] as number;
        fit[kind] = points[(base[kind] as number) + (met < whole ? met : whole)] as number;
      }
      return fit;
    },
  };
}

function addPlace(fit: Int32Array, { wantedBy, priorities }: TopicPlace, quality: number): void {
  for (let index = 0; index < wantedBy.length; index++) {
    const kind = wantedBy[index] as number;
    fit[kind] = (fit[kind] as number) + (priorities[index] as number) * quality;
  }
}

/** A wanted topic, and the kinds of goals that want it, with how much. */
interface TopicPlace {
  readonly topic: string;
  readonly wantedBy: number[];
  readonly priorities: number[];
}

function groupGoals(goals: readonly (readonly Goal[])[]): {
  readonly kinds: Int32Array;
  readonly some: readonly (readonly Goal[])[];
} {
  const numbers = new Map<string, number>();
  const some: (readonly Goal[])[] = [];
  const kinds = Int32Array.from(goals, (own) => {
    const key = JSON.stringify(own.map(({ topic, priority }) => [topic, priority]));
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, some.length);
    return some.push(own) - 1;
  });
  return { kinds, some };
}

/** Wanted topics by the group of those that can answer one another; none where nobody shares any of the group. */
function placesOf(
  goals: readonly (readonly Goal[])[],
  expertises: readonly (readonly Expertise[])[],
): ReadonlyMap<string, readonly TopicPlace[]> {
  const offered = new Set(expertises.flatMap((own) => own.map(({ topic }) => topic)));
  const groups = new Set([...offered].map(groupOf));
  const placeOf = new Map<string, TopicPlace>();
  const inGroup = new Map<string, TopicPlace[]>();
  const placeFor = (topic: string): TopicPlace => {
    const same = sameTopic(topic);
    const known = placeOf.get(same) ?? { topic, wantedBy: [], priorities: [] };
    if (placeOf.has(same)) return known;
    placeOf.set(same, known);
    const group = groupOf(topic);
    if (groups.has(group)) inGroup.set(group, [...(inGroup.get(group) ?? []), known]);
    return known;
  };
  goals.forEach((own, kind) => {
    for (const { topic, priority } of own) {
      const { wantedBy, priorities } = placeFor(topic);
      wantedBy.push(kind);
      priorities.push(priority);
    }
  });
  return inGroup;
}

/** How far the expertises answer each wanted topic that they answer at all, in hundredths. */
function qualities(
  expertise: readonly Expertise[],
  inGroup: ReadonlyMap<string, readonly TopicPlace[]>,
): ReadonlyMap<TopicPlace, number> {
  const found = new Map<TopicPlace, number>();
  for (const { topic, level } of expertise)
    for (const place of inGroup.get(groupOf(topic)) ?? []) {
      const quality = qualityFor(topic, level, place.topic);
      if (quality > (found.get(place) ?? 0)) found.set(place, quality);
    }
  return found;
}

/** The points by the greatest fit there can be, in whole hundreds, and then by the fit. */
function tabulatePoints(weight: number): Int32Array {
  const width = greatestFit + 1;
  return Int32Array.from({ length: (greatestFit / 100 + 1) * width }, (_, index) => {
    const whole = Math.floor(index / width) * 100;
    return topicPoints(weight, Math.min(index % width, whole), whole);
  });
}

/** Topics that can answer one another: those of a family, and spellings of one own topic. */
function groupOf(topic: string): string {
  return isOwnTopic(topic) ? sameTopic(topic) : topicFamily(topic);
}
