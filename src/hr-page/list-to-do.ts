import { plusDays, type Instant } from '../kernel/clock';
import { withPrefix } from '../kernel/read-all';
import { readNewest } from '../kernel/read-newest';
import { dayOf, healthCounts } from '../board/count-health';
import type { BoardHead } from '../domain/board';
import type { DraftHead } from '../domain/draft';
import { listedUnder, type LedgerState } from '../domain/message';
import type { Ports } from '../domain/ports';
import type { Programme } from '../domain/programme';
import { programmeCounts, type ProgrammeCounts } from '../domain/programme-counts';
import { programmeMonth } from '../domain/programme-phase';
import type { ToDo } from './programme-api-contract';

const draftsLookedAt = 20;
const jobsLookedAt = 50;
const mostUnreached = 100;
const messagesLookedAt = 100;
/** Days for which a message that did not arrive is told: nothing can be done about an older one. */
const daysTold = 14;
/** Days after the first invitations at which the one reminder has gone to whoever had them: a week, and what holidays may add. */
const daysUntilReminded = 14;
/** At the end of a programme, months of which a new pair, or a late yes, would not have enough. */
const monthsTooLate = { draft: 1, yes: 2 } as const;

/** What the list is made of. */
export interface Standing {
  readonly programme: Programme;
  readonly head: BoardHead | undefined;
  readonly now: Instant;
}

/**
 * What needs a hand of HR's, the most pressing first; empty where nothing does. Counts alone, and nobody's answer: who has not answered an
 * invitation is in no list. Four ranges, whatever the number of people.
 */
export async function listToDo(
  ports: Ports<'programmes'>,
  { programme, head, now }: Standing,
): Promise<readonly ToDo[]> {
  const counts = programmeCounts(head);
  if (programme.state === 'closed' || programme.state === 'paused') return [];
  // What a programme needs before enrolment opens is in its readiness list.
  if (programme.state === 'setup') return some('link', counts.participants.total - counts.participants.reachable);
  const [drafts, jobs, listed, unreached] = await Promise.all([
    readNewest(ports.programmes, programme.id, 'draft', draftsLookedAt),
    readNewest(ports.programmes, programme.id, 'job', jobsLookedAt),
    ports.programmes.range(programme.id, 'listed', { ...withPrefix(listedUnder.all), limit: messagesLookedAt }),
    ports.programmes.range(programme.id, 'unreached', { limit: mostUnreached }),
  ]);
  const { participants } = counts;
  const since = plusDays(now, -daysTold);
  const failed = listed.rows.filter(({ value: { state, at } }) => isFailure(state) && at >= since);
  return [
    ...(programme.plan.channel !== undefined && programme.channel === undefined
      ? [{ item: 'channel' as const, count: 1 }]
      : []),
    ...ofDrafts(
      drafts.map(({ value }) => value),
      { programme, counts, now },
    ),
    ...some('needs-a-time', healthCounts(head?.healthByDay ?? {}, dayOf(now))['needs-a-time']),
    ...some('work-stopped', jobs.filter(({ value }) => value.state === 'dead').length),
    ...some('messages-failed', failed.length),
    ...some('unreached', unreached.rows.length),
    ...some('link', participants.total - participants.reachable),
    ...(hasMonthsLeft(programme, now, monthsTooLate.yes) ? notEnrolled(programme, counts, now) : []),
  ];
}

/** Whether a pair that is formed now has more than so many last months of the programme before it. */
function hasMonthsLeft(programme: Programme, now: Instant, last: number): boolean {
  const month = programmeMonth(programme, now);
  if (typeof month === 'number') return month <= Math.max(1, programme.plan.months - last);
  return month === 'before';
}

function notEnrolled({ openedAt }: Programme, { participants }: ProgrammeCounts, now: Instant): readonly ToDo[] {
  const isReminded = openedAt !== undefined && plusDays(openedAt, daysUntilReminded) <= now;
  return some('not-enrolled', participants.invited - participants.enrolled).map((item) => ({
    ...item,
    ...(isReminded ? { reminded: true as const } : {}),
  }));
}

interface Drafting {
  readonly programme: Programme;
  readonly counts: ProgrammeCounts;
  readonly now: Instant;
}

/** Pairs that want to go on come first: they have a date. */
function ofDrafts(drafts: readonly DraftHead[], { programme, counts, now }: Drafting): readonly ToDo[] {
  const goOn = drafts.filter(({ renewal, state }) => renewal !== undefined && state === 'ready');
  const dates = goOn.flatMap(({ renewal }) => (renewal === undefined ? [] : [renewal.until])).sort();
  const [until] = dates;
  const renewals = goOn.reduce((sum, { pairs }) => sum + pairs, 0);
  const newest = drafts.find(({ renewal }) => renewal === undefined);
  const isTooLate = !hasMonthsLeft(programme, now, monthsTooLate.draft);
  const isReady = newest?.state === 'ready' && newest.pairs > 0 && !isTooLate;
  // A draft in which nobody fits anybody is not asked for again before something else happens.
  const isThere = newest !== undefined && newest.state !== 'published' && newest.state !== 'failed';
  // Once pairs have finished, who has no partner has mostly had one: nobody is looked for unless they say so, in a draft of its own.
  const looksForPairs = counts.pairs.finished === 0 && !isTooLate;
  const { open } = counts.proposals;
  // The two of an open proposal wait for each other's answer. Whoever takes several partners may be in two of them, or in a pair already.
  const waiting = counts.participants.withoutPartner - 2 * open;
  const bound = open > 0 ? { atLeast: true as const } : {};
  return [
    ...(until === undefined ? [] : [{ item: 'renewals' as const, count: renewals, until }]),
    ...(isReady ? [{ item: 'publish' as const, count: newest.pairs }] : []),
    ...(!isThere && looksForPairs && waiting >= 2 ? [{ item: 'draft' as const, count: waiting, ...bound }] : []),
  ];
}

function isFailure(state: LedgerState): boolean {
  return state === 'failed' || state === 'dead' || state === 'blocked';
}

function some(item: ToDo['item'], count: number): readonly ToDo[] {
  return count > 0 ? [{ item, count }] : [];
}
