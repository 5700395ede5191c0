import { ok, refused, type Result } from '../kernel/result';
import type { PersonProfile } from '../domain/participant';
import { draftPairs } from '../pairing/draft-pairs';
import type { UseCaseContext, Ports } from '../domain/ports';
import { mostMoved } from './api-contract';
import { countPartners, hasPlace, placeKey, sides, type DraftPlace } from './count-partners';
import type { PairIds } from '../domain/draft';
import { findAsked, readSomePeople } from './read-some-people';
import { readListPages } from './read-list-pages';
import { emptyChoices } from '../domain/draft-rules';

/**
 * The best pairs that some people of a draft who have a place in it can make among themselves: as many as possible, then the greatest
 * total, by the engine of the draft. Few people; nothing is changed. Aims are of whole drafts and play no part. Where people have many
 * places, the best `mostMoved` of the pairs, as many as one change may put together.
 */
export async function suggestPairs(
  ports: Ports<'programmes' | 'people' | 'secrets'>,
  programmeId: string,
  draftId: string,
  { revision, people: ids }: { readonly revision: number; readonly people: readonly string[] },
  { now }: UseCaseContext,
): Promise<
  Result<
    { readonly revision: number; readonly add: readonly PairIds[] },
    'not-found' | 'draft-not-ready' | 'version-stale'
  >
> {
  const head = await ports.programmes.get(programmeId, 'draft', draftId);
  if (head === undefined) return refused('not-found');
  if (head.value.state !== 'ready' || head.value.renewal !== undefined) return refused('draft-not-ready');
  if (head.value.revision !== revision) return refused('version-stale');
  const list = await readListPages(ports, programmeId, head.value);
  const places = countPartners(list);
  const { people, ...known } = await readSomePeople(ports, programmeId, ids, now);
  const free = people.flatMap((person) => withPlaces(person, places) ?? []);
  const mentors = free.filter(({ role }) => role !== 'mentee');
  const mentees = free.filter(({ role }) => role !== 'mentor');
  const edges = mentors.flatMap((mentor) => mentees.map((mentee): PairIds => [mentor.id, mentee.id]));
  const { policy } = head.value.choices ?? emptyChoices;
  const { apart } = head.value.pending ?? head.value.choices ?? emptyChoices;
  const { pairs } = draftPairs(free, {
    policy: { ...policy, aims: [] },
    seed: head.value.seed,
    hash: (text) => ports.secrets.sha256(text),
    now,
    ...(head.value.stated === undefined ? {} : { stated: head.value.stated }),
    ...known,
    asked: await findAsked(ports, programmeId, edges),
    // Who is together in the draft already is not put together again, in either direction.
    apart: [...apart, ...list.pairs.map(({ mentor, mentee }): PairIds => [mentor.id, mentee.id])],
  });
  const best = pairs.toSorted((one, other) => other.score - one.score).slice(0, mostMoved);
  return ok({ revision, add: best.map(({ mentorId, menteeId }): PairIds => [mentorId, menteeId]) });
}

/** The person with the places they still have in the draft, on the sides where they have one. */
function withPlaces(person: PersonProfile, places: ReadonlyMap<string, DraftPlace>): PersonProfile | undefined {
  const open = sides.flatMap((side) => {
    const place = places.get(placeKey(side, person.id));
    return place !== undefined && hasPlace(place) ? [{ side, left: place.places - place.partners }] : [];
  });
  const [first] = open;
  if (first === undefined) return undefined;
  return {
    ...person,
    role: open.length === 2 ? 'both' : first.side,
    capacity: Math.min(...open.map(({ left }) => left)),
  };
}
