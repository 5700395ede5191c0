import { ok, refused, type Result } from '../kernel/result';
import { partKey } from '../people-file/preview-import';
import { preparePairing } from '../pairing/scoring/prepare-pairing';
import { forbiddenBy } from '../pairing/scoring/rules';
import { scoreOf } from '../pairing/scoring/score';
import type { Ports, UseCaseContext } from '../domain/ports';
import type { Side } from '../domain/proposal';
import type { DraftPartnersDto } from './api-contract';
import { countPartners } from './count-partners';
import { partsPerList, type DraftHead, type PairIds } from '../domain/draft';
import { findAsked, readSomePeople } from './read-some-people';
import { emptyChoices } from '../domain/draft-rules';

/**
 * Whom no rule keeps from somebody who takes part on `side`, among the people of one page of a draft's list, with the points the two
 * would have; whether they have a place is for the reader of the list. A bounded number of point reads, at most `mostAtOnce` under way.
 * Whoever a rule forbids is not named, whichever rule it is.
 */
export async function findPartners(
  ports: Ports<'programmes' | 'people' | 'secrets'>,
  programmeId: string,
  draftId: string,
  { person, side, page }: { readonly person: string; readonly side: Side; readonly page: number },
  { now }: UseCaseContext,
): Promise<Result<DraftPartnersDto, 'not-found' | 'draft-not-ready'>> {
  const [head, list] = await Promise.all([
    ports.programmes.get(programmeId, 'draft', draftId),
    ports.programmes.get(programmeId, 'draft-list', partKey(draftId, page)),
  ]);
  if (head === undefined) return refused('not-found');
  if (head.value.state !== 'ready' || head.value.renewal !== undefined) return refused('draft-not-ready');
  const others = [...countPartners(list?.value ?? { pairs: [], unpaired: [] }).values()]
    .filter((other) => other.side !== side && other.id !== person)
    .map(({ id }) => id);
  const next = (page + 1) * partsPerList < head.value.partCount ? { next: String(page + 1) } : {};
  const pairs = others.map((id): PairIds => (side === 'mentor' ? [person, id] : [id, person]));
  const partners = await weighPairs(ports, programmeId, head.value, pairs, now);
  return ok({
    revision: head.value.revision,
    partners: partners.map(({ pair, score }) => ({ id: pair[side === 'mentor' ? 1 : 0], score })),
    ...next,
  });
}

/** The allowed ones among pairs of few people on one of the sides, with the points that the draft gives them. */
async function weighPairs(
  ports: Ports<'programmes' | 'people' | 'secrets'>,
  programmeId: string,
  head: DraftHead,
  pairs: readonly PairIds[],
  now: string,
): Promise<readonly { readonly pair: PairIds; readonly score: number }[]> {
  const { policy } = head.choices ?? emptyChoices;
  const { apart } = head.pending ?? head.choices ?? emptyChoices;
  const { people, ...known } = await readSomePeople(ports, programmeId, pairs.flat(), now);
  const pairing = preparePairing(people, {
    policy,
    apart,
    now,
    seed: head.seed,
    ...(head.stated === undefined ? {} : { stated: head.stated }),
    ...known,
  });
  const places = (list: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
    new Map(list.map(({ id }, index) => [id, index]));
  const [mentors, mentees] = [places(pairing.mentors), places(pairing.mentees)];
  const allowed = pairs.flatMap((pair) => {
    const [mentor, mentee] = [mentors.get(pair[0]), mentees.get(pair[1])];
    if (mentor === undefined || mentee === undefined) return [];
    if (forbiddenBy(pairing, mentor, mentee) !== undefined) return [];
    return [{ pair, score: scoreOf(pairing, mentor, mentee) }];
  });
  // Only of those whom no other rule forbids it is read whether they were asked.
  const asked = new Set(
    await findAsked(
      ports,
      programmeId,
      allowed.map(({ pair }) => pair),
    ),
  );
  return allowed.filter(({ pair }) => !asked.has(pair));
}
