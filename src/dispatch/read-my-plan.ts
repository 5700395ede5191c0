import type { Actor } from '../domain/ports';
import type { Instant } from '../kernel/clock';
import { ok, refused, type Result } from '../kernel/result';
import type { Language } from '../language/languages';
import { loadMember } from '../member/load-member';
import type { MyPlan } from '../pair-plan/api-contract';
import { describePlan } from '../pair-plan/describe-plan';
import { pairPorts, type AllPorts } from './all-ports';

/** The plan of a pair of whoever asks; to everybody but the two of that pair it does not exist. */
export async function readMyPlan(
  all: AllPorts,
  actor: Actor,
  programmeId: string,
  pairId: string,
  now: Instant,
  language: Language = 'en',
): Promise<Result<MyPlan, 'not-found'>> {
  const ports = pairPorts(all);
  const member = await loadMember(ports, actor, programmeId);
  const plan = member === undefined ? undefined : await describePlan(ports, member, pairId, now, language);
  return plan === undefined ? refused('not-found') : ok(plan);
}

/** The same with its ports already given: what the edge of the tab receives. */
export type ReadMyPlan = (
  actor: Actor,
  programmeId: string,
  pairId: string,
  now: Instant,
  language?: Language,
) => ReturnType<typeof readMyPlan>;
