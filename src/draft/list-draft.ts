import { isOwnTopic } from '../participant/topics';
import { partsPerList, type DraftList, type DraftListPair, type DraftPair, type DraftPart } from './model';

/** The list of a draft by name, in stretches of `partsPerList` parts each. */
export function listDraft(parts: readonly DraftPart[], names: ReadonlyMap<string, string>): readonly DraftList[] {
  return Array.from({ length: Math.ceil(parts.length / partsPerList) }, (_, stretch) => {
    const first = stretch * partsPerList;
    const own = parts.slice(first, first + partsPerList);
    return {
      pairs: own.flatMap((part, step) => part.pairs.map((pair) => listPair(pair, first + step, names))),
      unpaired: own.flatMap((part, step) =>
        part.unpaired.map(({ participantId, role }) => ({
          id: participantId,
          name: names.get(participantId) ?? participantId,
          role,
          part: first + step,
        })),
      ),
    };
  });
}

/** One pair as the list shows it: catalogue topics only. */
export function listPair(pair: DraftPair, part: number, names: ReadonlyMap<string, string>): DraftListPair {
  const person = (id: string): DraftListPair['mentor'] => ({ id, name: names.get(id) ?? id });
  return {
    mentor: person(pair.mentorId),
    mentee: person(pair.menteeId),
    score: pair.score,
    topics: pair.topics.filter((topic) => !isOwnTopic(topic)),
    part,
    ...(pair.renews === undefined ? {} : { renews: pair.renews.swapped ? 'swap' : 'again' }),
  };
}
