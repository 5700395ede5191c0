import { fewestAsked, type NeedsPoll, type PollPopulation } from '../domain/needs-poll';
import type { Actor, Ports, Saving, UseCaseContext } from '../domain/ports';
import { conflict, retryOnConflict, UnitOfWork } from '../domain/unit-of-work';
import { isOwnTopic } from '../catalogues/topics';
import { plusMilliseconds } from '../kernel/clock';
import { readWhole } from '../kernel/read-all';
import { ok, refused, type Result } from '../kernel/result';
import { longestPress } from '../survey/plan-night';
import { isAnyOpening, listAsked, listPolled } from './list-asked';
import { closeOf, isWrittenToBefore } from './rules';

export interface PollPlan {
  readonly population: PollPopulation;
  readonly topics: readonly string[];
  /** ISO date. */
  readonly closesOn: string;
}

export type PollRefused =
  | 'not-found'
  | 'enrolment-open'
  | 'poll-under-way'
  | 'opening-elsewhere'
  | 'too-few'
  | 'asked-before'
  | 'topics-unknown'
  | 'close-out-of-range';

/**
 * Asks a population, before enrolment opens, what they would learn and teach. One poll at a time, and nobody by two: `asked-before` where anybody of
 * them was by another one, of whatever programme. `too-few` counts whoever is written to before the close. Ballots and cards follow at once as due work, and the close when its time has come.
 */
export async function beginNeedsPoll(
  ports: Ports<Saving | 'tenants' | 'holidayFrom'>,
  programmeId: string,
  { population, topics, closesOn }: PollPlan,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<NeedsPoll, PollRefused>> {
  return retryOnConflict(async () => {
    const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
    if (programme === undefined) return refused('not-found');
    if (programme.value.state !== 'setup') return refused('enrolment-open');
    if (topics.some(isOwnTopic)) return refused('topics-unknown');
    const closesAt = closeOf(ports, closesOn, programme.value.plan.timeZone, context.now);
    if (closesAt === undefined) return refused('close-out-of-range');
    let before = 0;
    for await (const { value } of readWhole(ports.programmes, programmeId, 'needs-poll')) {
      if (value.state !== 'closed') return refused('poll-under-way');
      before += 1;
    }
    if (await isAnyOpening(ports, context.now)) return refused('opening-elsewhere');
    const reached = await listAsked(ports, programmeId, population);
    const asked = reached.filter((person) => isWrittenToBefore(ports, person, closesAt, context.now));
    if (asked.length < fewestAsked) return refused('too-few');
    const polled = await listPolled(ports);
    if (asked.some(({ directoryId = '' }) => polled.has(directoryId))) return refused('asked-before');
    // Two at once would have one number: the second is refused and finds the first.
    const id = String(before + 1);
    const poll: NeedsPoll = {
      id,
      state: 'opening',
      population,
      topics: [...new Set(topics)],
      openedAt: context.now,
      closesOn,
      closesAt,
      invited: asked.length,
    };
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId)
      .requireUnchanged('programme', programme)
      .insert('needs-poll', id, poll)
      .schedule({ kind: 'needs-poll-open', at: context.now, ref: id, occurrence: '' })
      // A press that began before the close is written by then.
      .schedule({ kind: 'needs-poll-close', at: plusMilliseconds(closesAt, longestPress), ref: id, occurrence: '' })
      .recordAudit('needs-poll-opened', id);
    return (await unit.commit()) ? ok(poll) : conflict;
  });
}
