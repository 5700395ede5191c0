import { nextContactTime } from '../calendar/next-contact-time';
import { workEndsAt, type HolidayFrom } from '../calendar/work-days';
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
  ports: { readonly holidayFrom: HolidayFrom },
  { timeZone, country }: Pick<ProgrammePlan, 'timeZone' | 'country'>,
  from: Instant,
): Instant {
  const workEnds = workEndsAt(ports, { country });
  return plusWorkingDays(nextContactTime(from, timeZone, workEnds), roundDays, timeZone, workEnds);
}

/** `repeat`: they have answered already, the date is over, or the card is an old one; the card that is true now is the answer. */
export type AnswerRefusal = 'repeat';

/** The side a participant has in the proposal, if any. */
export function sideOf(proposal: Pick<Proposal, 'mentorId' | 'menteeId'>, participantId: string): Side | undefined {
  if (proposal.mentorId === participantId) return 'mentor';
  if (proposal.menteeId === participantId) return 'mentee';
  return undefined;
}

/** Whether this side is the one being asked at `now`. A reply counts until the last moment before `replyBy`. */
export function isOpenFor(proposal: Proposal, side: Side, now: Instant): boolean {
  return proposal.state === (side === 'mentor' ? 'asking-mentor' : 'asking-mentee') && now < proposal.replyBy;
}

/** Whether this side may answer on the card they see: they are the one asked, and the card shows the newest revision. */
function mayAnswer(proposal: Proposal, side: Side, revision: number, now: Instant): boolean {
  return revision === proposal.revision && isOpenFor(proposal, side, now);
}

/** The mentor's yes: the mentee is asked next, at `asked`, and has until the round's reply date. */
export function acceptAsMentor(
  proposal: Proposal,
  revision: number,
  now: Instant,
  asked: Instant,
): Result<Proposal, AnswerRefusal> {
  if (!mayAnswer(proposal, 'mentor', revision, now)) return refused('repeat');
  return ok({
    ...proposal,
    state: 'asking-mentee',
    replyBy: menteeReplyBy(proposal, asked),
    mentorAcceptedAt: now,
    revision: proposal.revision + 1,
  });
}

/** A mentee asked late in a round still has a few days. */
function menteeReplyBy({ pairingRoundEndsAt }: Proposal, asked: Instant): Instant {
  const least = plusDays(asked, leastReplyDays);
  return least > pairingRoundEndsAt ? least : pairingRoundEndsAt;
}

/**
 * The mentor's yes where the mentee has left or said "not now" before being asked: over. The mentor reads "waiting" until the date by
 * which the mentee would have answered, so that nothing tells them who left.
 */
export function acceptAfterMenteeLeft(
  proposal: Proposal,
  revision: number,
  now: Instant,
  asked: Instant,
): Result<Proposal, AnswerRefusal> {
  const accepted = acceptAsMentor(proposal, revision, now, asked);
  return accepted.ok ? ok(withdraw(accepted.value, now)) : accepted;
}

/** The mentee's yes: the pair is formed. */
export function acceptAsMentee(
  proposal: Proposal,
  revision: number,
  pairId: string,
  now: Instant,
): Result<Proposal, AnswerRefusal> {
  if (!mayAnswer(proposal, 'mentee', revision, now)) return refused('repeat');
  return ok({ ...proposal, state: 'accepted', decidedAt: now, pairId, revision: proposal.revision + 1 });
}

/**
 * The mentee's yes where the mentor has left or said "not now" since theirs: over. The mentee reads "waiting" until the reply date, so
 * that nothing tells them who left.
 */
export function acceptAfterMentorLeft(
  proposal: Proposal,
  revision: number,
  now: Instant,
): Result<Proposal, AnswerRefusal> {
  if (!mayAnswer(proposal, 'mentee', revision, now)) return refused('repeat');
  return ok({ ...withdraw(proposal, now), menteeAcceptedAt: now });
}

/** The yes of somebody who has left, or said "not now", since they were asked: over. */
export function acceptAfterLeaving(
  proposal: Proposal,
  side: Side,
  revision: number,
  now: Instant,
): Result<Proposal, AnswerRefusal> {
  return mayAnswer(proposal, side, revision, now) ? ok(withdraw(proposal, now)) : refused('repeat');
}

/** Either side's no. */
export function decline(
  proposal: Proposal,
  side: Side,
  revision: number,
  now: Instant,
): Result<Proposal, AnswerRefusal> {
  if (!mayAnswer(proposal, side, revision, now)) return refused('repeat');
  return ok({
    ...proposal,
    state: 'declined',
    decidedAt: now,
    declinedBy: side,
    revision: proposal.revision + 1,
  });
}

/**
 * What becomes of an open proposal when one of its two leaves the programme. Where the mentor leaves while the mentee is asked, the mentee
 * goes on being asked on the same card, revision included, so that nothing tells them of it. Any other is over.
 */
export function leaveProposal(proposal: Proposal, side: Side, now: Instant): Proposal {
  if (side === 'mentor' && proposal.state === 'asking-mentee') return { ...proposal, mentorGone: true };
  return withdraw(proposal, now);
}

/** The end of a proposal nobody answered in time; undefined where it is not due or already decided. */
export function expire(proposal: Proposal, now: Instant): Proposal | undefined {
  const asking = proposal.state === 'asking-mentor' || proposal.state === 'asking-mentee';
  if (!asking || now < proposal.replyBy) return undefined;
  return { ...proposal, state: 'expired', decidedAt: now, revision: proposal.revision + 1 };
}

/** The end of a proposal that neither a no nor the date ended: HR took it back, or one of its two people has left. */
export function withdraw(proposal: Proposal, now: Instant): Proposal {
  return { ...proposal, state: 'withdrawn', decidedAt: now, revision: proposal.revision + 1 };
}

/**
 * Whether a proposal that is over still reads "waiting for an answer" to the mentor who said yes. Until the reply date they see what they
 * would see if the mentee had not answered yet, so that the moment of a no, or of somebody's leaving, tells nothing.
 */
export function looksPendingToMentor(proposal: Proposal, now: Instant): boolean {
  const over = proposal.state === 'declined' || proposal.state === 'withdrawn';
  return over && proposal.mentorAcceptedAt !== undefined && now < proposal.replyBy;
}

/**
 * Whether a proposal that is over still reads "waiting" to the mentee who said yes after the mentor had left. Until the reply date they
 * see no pair and no refusal, so that nothing tells them that the mentor left.
 */
export function looksPendingToMentee(proposal: Proposal, now: Instant): boolean {
  return acceptedAfterMentorLeft(proposal) && now < proposal.replyBy;
}

/** Whether the mentee said yes after the mentor had left: they are to hear at the reply date that no pair was formed. */
export function acceptedAfterMentorLeft({ state, menteeAcceptedAt }: Proposal): boolean {
  return state === 'withdrawn' && menteeAcceptedAt !== undefined;
}

/** Whether the mentor said yes and the proposal was over before its date: they are to hear at the reply date that no pair was formed. */
export function mentorAwaitsNews({ state, mentorAcceptedAt }: Proposal): boolean {
  return (state === 'declined' || state === 'withdrawn') && mentorAcceptedAt !== undefined;
}

/**
 * Whether this proposal keeps a place of each of its two people, so that a draft offers it to nobody else: while it can be answered, and
 * until the round's reply date however it ended. A place that came free earlier would tell HR who said no. From that date on both are
 * free, even where the server has not come to end the proposal yet.
 */
export function holdsPlaces(proposal: Proposal, now: Instant): boolean {
  if (proposal.state === 'accepted') return false;
  const asking = proposal.state === 'asking-mentor' || proposal.state === 'asking-mentee';
  if (asking && now < proposal.replyBy) return true;
  return looksPendingToMentor(proposal, now) || now < proposal.pairingRoundEndsAt;
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
