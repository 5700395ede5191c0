import { nextContactTime, type IsHoliday } from '../calendar/next-contact-time';
import { plusWorkingDays } from '../calendar/plus-working-days';
import { plusDays, type Instant } from '../kernel/clock';
import { ok, refused, type Result } from '../kernel/result';
import type { ProgrammePlan } from './programme-contract';
import type { Proposal, Side } from './proposal';

/** Working days that a round lasts. */
const roundDays = 10;
/** Days the mentor has to answer; the mentee has until the round's reply date. A reminder goes out after `remindAfterDays`. */
export const replyDays = 7;
export const remindAfterDays = 4;
const leastReplyDays = 3;

/**
 * The reply date of a round that begins at `from`: ten working days of the programme, its country's public holidays not among them,
 * counted from the first moment on at which people are written to. It is itself such a moment.
 */
export function replyDate(
  { timeZone, country }: Pick<ProgrammePlan, 'timeZone' | 'country'>,
  from: Instant,
  isHoliday: IsHoliday,
): Instant {
  const isOff = (date: string): boolean => isHoliday(country, date);
  return plusWorkingDays(nextContactTime(from, timeZone, isOff), roundDays, timeZone, isOff);
}

/** `repeat`: the effect is already there or the press is stale; the current card is the answer. */
export type AnswerRefusal = 'repeat';

/** The side a participant has in the proposal, if any. */
export function sideOf(proposal: Pick<Proposal, 'mentorId' | 'menteeId'>, participantId: string): Side | undefined {
  if (proposal.mentorId === participantId) return 'mentor';
  if (proposal.menteeId === participantId) return 'mentee';
  return undefined;
}

/** Whether this side is the one being asked at `now`. A reply counts until the last moment of `replyBy`. */
export function isOpenFor(proposal: Proposal, side: Side, now: Instant): boolean {
  return proposal.state === (side === 'mentor' ? 'asking-mentor' : 'asking-mentee') && now < proposal.replyBy;
}

/** The mentor's yes: the mentee is asked next, at `asked`, and has until the round's reply date. */
export function acceptAsMentor(
  proposal: Proposal,
  revision: number,
  now: Instant,
  asked: Instant,
): Result<Proposal, AnswerRefusal> {
  if (revision !== proposal.revision || !isOpenFor(proposal, 'mentor', now)) return refused('repeat');
  return ok({
    ...proposal,
    state: 'asking-mentee',
    replyBy: menteeReplyBy(proposal, asked),
    mentorAcceptedAt: now,
    revision: proposal.revision + 1,
  });
}

/** A mentee asked late in a round still has a few days. */
function menteeReplyBy({ pairingRoundEndsAt: roundEndsAt }: Proposal, asked: Instant): Instant {
  if (roundEndsAt === undefined) return plusDays(asked, replyDays);
  const least = plusDays(asked, leastReplyDays);
  return least > roundEndsAt ? least : roundEndsAt;
}

/** The mentee's yes: the pair is formed. */
export function acceptAsMentee(
  proposal: Proposal,
  revision: number,
  pairId: string,
  now: Instant,
): Result<Proposal, AnswerRefusal> {
  if (revision !== proposal.revision || !isOpenFor(proposal, 'mentee', now)) return refused('repeat');
  return ok({ ...proposal, state: 'accepted', decidedAt: now, pairId, revision: proposal.revision + 1 });
}

/** The mentee's yes where the mentor has left: over, and to the mentee one that waits until the reply date. */
export function acceptAfterMentorLeft(
  proposal: Proposal,
  revision: number,
  now: Instant,
): Result<Proposal, AnswerRefusal> {
  if (revision !== proposal.revision || !isOpenFor(proposal, 'mentee', now)) return refused('repeat');
  return ok({ ...withdraw(proposal, now), menteeAcceptedAt: now });
}

/**
 * What becomes of a proposal when one of its two leaves the programme. The mentee who is being asked goes on being asked, in the same
 * bytes; of any other, nobody who is left is being asked.
 */
export function loseSide(proposal: Proposal, side: Side, now: Instant): Proposal {
  if (side === 'mentor' && proposal.state === 'asking-mentee') return { ...proposal, mentorGone: true };
  return withdraw(proposal, now);
}

/** Either side's no, with a reason that stays private. */
export function decline(
  proposal: Proposal,
  side: Side,
  revision: number,
  reason: string,
  now: Instant,
): Result<Proposal, AnswerRefusal> {
  if (revision !== proposal.revision || !isOpenFor(proposal, side, now)) return refused('repeat');
  return ok({
    ...proposal,
    state: 'declined',
    decidedAt: now,
    decline: { side, reason },
    revision: proposal.revision + 1,
  });
}

/** The end of a proposal nobody answered in time; undefined where it is not due or already decided. */
export function expire(proposal: Proposal, now: Instant): Proposal | undefined {
  const asking = proposal.state === 'asking-mentor' || proposal.state === 'asking-mentee';
  if (!asking || now < proposal.replyBy) return undefined;
  return { ...proposal, state: 'expired', decidedAt: now, revision: proposal.revision + 1 };
}

/** The end of a proposal one of whose two people is not in the programme any more. */
export function withdraw(proposal: Proposal, now: Instant): Proposal {
  return { ...proposal, state: 'withdrawn', decidedAt: now, revision: proposal.revision + 1 };
}

/** Whether the mentor said yes and, whatever became of it, does not know yet: to them it looks like silence until the reply date. */
export function looksPendingToMentor(proposal: Proposal, now: Instant): boolean {
  const over = proposal.state === 'declined' || proposal.state === 'withdrawn';
  return over && mentorSaidYes(proposal) && now < proposal.replyBy;
}

/** Whether the mentee's yes came to nothing and they do not know yet. */
export function looksPendingToMentee(proposal: Proposal, now: Instant): boolean {
  return acceptedAfterMentorLeft(proposal) && now < proposal.replyBy;
}

/** Whether the mentee said yes after the mentor had left. */
export function acceptedAfterMentorLeft({ state, menteeAcceptedAt }: Proposal): boolean {
  return state === 'withdrawn' && menteeAcceptedAt !== undefined;
}

/** Whether the mentor's yes led to nothing and they are still to hear of it at the reply date. */
export function mentorAwaitsNews(proposal: Proposal): boolean {
  return (proposal.state === 'declined' || proposal.state === 'withdrawn') && mentorSaidYes(proposal);
}

/**
 * Whether the two count as taken by this proposal: while it can be answered, and until the round's reply date however it ended, so
 * that no draft in between tells who said no. From then on they are free, whether or not its expiry has been worked off.
 */
export function holdsPlaces(proposal: Proposal, now: Instant): boolean {
  if (proposal.state === 'accepted') return false;
  const asking = proposal.state === 'asking-mentor' || proposal.state === 'asking-mentee';
  if (asking && now < proposal.replyBy) return true;
  return (
    looksPendingToMentor(proposal, now) ||
    (proposal.pairingRoundEndsAt !== undefined && now < proposal.pairingRoundEndsAt)
  );
}

/** Only after the mentor's yes can the mentee decline; rows of before kept no moment of it. */
function mentorSaidYes(proposal: Proposal): boolean {
  return proposal.mentorAcceptedAt !== undefined || proposal.decline?.side === 'mentee';
}

/** The id of the proposal of two people: it follows from theirs, so that the same two are asked once in a programme. */
export function proposalIdOf(
  sha256: (text: string) => string,
  programmeId: string,
  mentorId: string,
  menteeId: string,
): string {
  return sha256(`${programmeId}|${mentorId}|${menteeId}`).slice(0, 24);
}
