import type { PersonProfile } from '../domain/participant';
import { isOwnTopic } from '../catalogues/topics';
import {
  partsPerList,
  type DraftList,
  type DraftListName,
  type DraftListPair,
  type DraftPair,
  type DraftPart,
} from '../domain/draft';

/** Somebody as the lists of a draft name them, with the places they have in it. */
export function listName({
  id,
  name,
  role,
  capacity,
}: Pick<PersonProfile, 'id' | 'name' | 'role' | 'capacity'>): DraftListName {
  return { id, name, ...(capacity > 1 ? { places: capacity } : {}), ...(role === 'both' ? { both: true } : {}) };
}

/** The list of a draft by name, in pages of `partsPerList` parts each. */
export function listDraft(
  parts: readonly DraftPart[],
  people: ReadonlyMap<string, DraftListName>,
): readonly DraftList[] {
  return Array.from({ length: Math.ceil(parts.length / partsPerList) }, (_, page) => {
    const first = page * partsPerList;
    const own = parts.slice(first, first + partsPerList);
    return {
      pairs: own.flatMap((part, step) => part.pairs.map((pair) => listPair(pair, first + step, people))),
      unpaired: own.flatMap((part, step) =>
        part.unpaired.map(({ participantId, role }) => {
          const { id, name, places } = people.get(participantId) ?? { id: participantId, name: participantId };
          return { id, name, role, partNumber: first + step, ...(places === undefined ? {} : { places }) };
        }),
      ),
    };
  });
}

/** One pair as the list shows it: catalogue topics only. */
export function listPair(
  pair: DraftPair,
  partNumber: number,
  people: ReadonlyMap<string, DraftListName>,
): DraftListPair {
  const person = (id: string): DraftListName => people.get(id) ?? { id, name: id };
  return {
    mentor: person(pair.mentorId),
    mentee: person(pair.menteeId),
    score: pair.score,
    topics: pair.topics.filter((topic) => !isOwnTopic(topic)),
    partNumber,
    ...(pair.unknown === undefined ? {} : { unknown: pair.unknown }),
    ...(pair.renews === undefined ? {} : { renews: pair.renews.swapped ? 'swap' : 'again' }),
  };
}
