import { plusDays, type Instant } from '../kernel/clock';
import { ok, refused, type Result } from '../kernel/result';
import type { Proposal, Side } from './model';

/** Days a side has to answer; a reminder goes out after `remindAfterDays`. */
export const replyDays = 7;
export const remindAfterDays = 4;

/** `repeat`: the effect is already there or the press is stale; the current card is the answer. */
export type AnswerRefusal = 'repeat' | 'not-yours';

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

/** The mentor's yes: the mentee is asked next, at `asked`, with a reply date of their own. */
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
    replyBy: plusDays(asked, replyDays),
    revision: proposal.revision + 1,
  });
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

/** Whether the mentor still waits without knowing of the mentee's no: the two stay taken until the reply date, as in silence. */
export function isSecretlyDeclined(proposal: Proposal, now: Instant): boolean {
  return proposal.state === 'declined' && proposal.decline?.side === 'mentee' && now < proposal.replyBy;
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
