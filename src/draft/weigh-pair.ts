import { findFormerPair } from '../former/find-former-pair';
import type { Instant } from '../kernel/clock';
import type { PersonProfile } from '../participant/model';
import { wantsPartner } from '../participant/rules';
import { evaluatePair, type PairEvaluation } from '../pairing/evaluate-pair';
import { preparePairing } from '../pairing/prepare-pairing';
import type { Ports } from '../programme/ports';
import { proposalIdOf } from '../proposal/rules';
import { emptyChoices } from './rules';
import type { DraftHead, PairIds } from './model';

/** Nobody sits deeper in an organisation than this many managers. */
const deepest = 30;

/** The points and reasons of two people HR would put together by hand, or the rule that forbids it. A bounded number of point reads. */
export async function weighPair(
  ports: Ports,
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
  const people = [mentor, mentee].flatMap((row): PersonProfile[] =>
    row !== undefined && wantsPartner(row.value, now) && row.value.reach === 'reachable' ? [row.value.profile] : [],
  );
  const pairing = preparePairing(people, {
    policy,
    apart,
    now,
    seed: head.seed,
    ...(head.stated === undefined ? {} : { stated: head.stated }),
    reportingLines: new Map(lines.flat()),
    asked: asked === undefined ? [] : [[mentorId, menteeId]],
    formerPairs: former === undefined ? [] : [former],
  });
  return evaluatePair(pairing, mentorId, menteeId);
}

/** Person and manager, all the way up. */
async function readChain(
  ports: Ports,
  programmeId: string,
  personId: string,
): Promise<readonly (readonly [string, string])[]> {
  const chain: (readonly [string, string])[] = [];
  const seen = new Set<string>();
  let id = personId;
  while (chain.length < deepest && !seen.has(id)) {
    seen.add(id);
    const [participant, line] = await Promise.all([
      ports.programmes.get(programmeId, 'participant', id),
      ports.programmes.get(programmeId, 'line', id),
    ]);
    const managerId = participant?.value.profile.managerId ?? line?.value.managerId;
    if (managerId === undefined) break;
    chain.push([id, managerId]);
    id = managerId;
  }
  return chain;
}
