import { findFormerPair } from '../pair/find-former-pair';
import type { Instant } from '../kernel/clock';
import { wantsPartner } from '../domain/participant-rules';
import { evaluatePair, type PairEvaluation } from '../pairing/scoring/evaluate-pair';
import type { Absence } from '../domain/pairing';
import { preparePairing } from '../pairing/scoring/prepare-pairing';
import type { Ports } from '../domain/ports';
import { proposalIdOf } from '../domain/proposal-rules';
import { readChain } from './read-chain';
import { emptyChoices } from '../domain/draft-rules';
import type { DraftHead, PairIds } from '../domain/draft';

/** The points and reasons of two people HR would put together by hand, or the rule that forbids it. A bounded number of point reads. */
export async function weighPair(
  ports: Ports<'programmes' | 'people' | 'secrets'>,
  programmeId: string,
  [mentorId, menteeId]: PairIds,
  head: DraftHead,
  now: Instant,
): Promise<PairEvaluation> {
  // Points of another policy would not add up with the draft's total.
  const { policy } = head.choices ?? emptyChoices;
  const { apart } = head.pending ?? head.choices ?? emptyChoices;
  const [mentor, mentee, asked, lines] = await Promise.all([
    ports.programmes.get(programmeId, 'participant', mentorId),
    ports.programmes.get(programmeId, 'participant', menteeId),
    ports.programmes.get(
      programmeId,
      'proposal',
      proposalIdOf((text) => ports.secrets.sha256(text), programmeId, mentorId, menteeId),
    ),
    Promise.all([readChain(ports, programmeId, mentorId), readChain(ports, programmeId, menteeId)]),
  ]);
  const former =
    mentor === undefined || mentee === undefined ? undefined : await findFormerPair(ports, mentor.value, mentee.value);
  const known = [mentor, mentee].flatMap((row) => (row === undefined ? [] : [row.value]));
  // Who belongs to the programme HR may know, and reads; that somebody pauses or wants nobody new is theirs.
  const absent = new Map(
    known.flatMap(({ id, state }): (readonly [string, Absence])[] =>
      state === 'enrolled' ? [] : [[id, state === 'withdrawn' ? 'withdrawn' : 'not-enrolled']],
    ),
  );
  const people = known
    .filter((one) => absent.has(one.id) || (wantsPartner(one, now) && one.reach === 'reachable'))
    .map(({ profile }) => profile);
  const pairing = preparePairing(people, {
    policy,
    apart,
    now,
    seed: head.seed,
    absent,
    ...(head.stated === undefined ? {} : { stated: head.stated }),
    reportingLines: new Map(lines.flat()),
    asked: asked === undefined ? [] : [[mentorId, menteeId]],
    formerPairs: former === undefined ? [] : [former],
  });
  return evaluatePair(pairing, mentorId, menteeId);
}
