import { plusDays, type Instant } from '../kernel/clock';
import { ok } from '../kernel/result';
import type { Stored } from '../kernel/row-store';
import { noticed, shown, type ActionOutcome } from '../member/action-outcome';
import { strangerReader } from '../member/reader';
import type { CardView } from '../domain/view';
import type { Participant } from '../domain/participant';
import { loadMember, type Member } from '../member/load-member';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import { formPair } from '../pair/form-pair';
import { introductionView } from '../pair/introduction-view';
import type { Proposal, Side } from '../domain/proposal';
import { isOfLastRound } from './check-last-round';
import { proposalView } from './proposal-view';
import { stopLooking } from '../pair/stop-looking';
import {
  acceptAsMentee,
  acceptAsMentor,
  acceptAfterMentorLeft,
  decline,
  isOpenFor,
  remindAfterDays,
  sideOf,
  withdraw,
} from '../domain/proposal-rules';

export interface ProposalAnswer {
  readonly programmeId: string;
  readonly proposalId: string;
  readonly revision: number;
  readonly answer: 'accept' | 'decline';
  /** Private reason of a decline. */
  readonly reason: string;
}

interface Case {
  readonly ports: Ports;
  readonly member: Member;
  readonly stored: Stored<Proposal>;
  readonly side: Side;
  readonly me: Stored<Participant>;
  readonly partner: Stored<Participant>;
  readonly unit: UnitOfWork;
  readonly context: UseCaseContext;
}

/**
 * One side's yes or no. The mentor's yes asks the mentee; the mentee's yes forms the pair, once. A repeat, a late press or an old
 * card changes nothing and shows the card that is true now.
 */
export async function answerProposal(
  ports: Ports,
  actor: Actor,
  input: ProposalAnswer,
  context: UseCaseContext,
): Promise<ActionOutcome> {
  return retryOnConflict(async () => {
    const member = await loadMember(ports, actor, input.programmeId);
    if (member === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
    const stored = await ports.programmes.get(input.programmeId, 'proposal', input.proposalId);
    const me = member.participant;
    const side = stored === undefined || me === undefined ? undefined : sideOf(stored.value, me.key);
    if (stored === undefined || me === undefined || side === undefined) return noticed('not-found', member.reader);
    const partner = await ports.programmes.get(
      input.programmeId,
      'participant',
      side === 'mentor' ? stored.value.menteeId : stored.value.mentorId,
    );
    if (partner === undefined) return noticed('not-found', member.reader);
    const unit = new UnitOfWork(ports, input.programmeId, context, actor.directoryId);
    const it: Case = { ports, member, stored, side, me, partner, unit, context };
    if (member.programme.value.state !== 'running') return noticed('programme-closed', member.reader);
    if (input.answer === 'decline')
      return decided(it, decline(stored.value, side, input.revision, input.reason, context.now), declined);
    if (side === 'mentor' && me.value.state === 'enrolled' && partner.value.state !== 'enrolled')
      return decided(it, acceptAfterMenteeLeft(it, input.revision), mentorAcceptedTooLate);
    if (side === 'mentee' && me.value.state === 'enrolled' && lostMentor(it))
      return decided(it, acceptAfterMentorLeft(stored.value, input.revision, context.now), menteeAcceptedTooLate);
    if (!bothIn(it)) return withdrawn(it, input.revision);
    if (side === 'mentor')
      return decided(it, acceptAsMentor(stored.value, input.revision, context.now, askingMoment(it)), mentorAccepted);
    return decided(it, acceptAsMentee(stored.value, input.revision, stored.value.id, context.now), menteeAccepted);
  });
}

/** Somebody who left or said "not now" after the draft was published is put into no pair, whoever presses. */
function bothIn(it: Case): boolean {
  return it.me.value.state === 'enrolled' && it.partner.value.state === 'enrolled';
}

/** Whether the mentor left or said "not now" since their yes; who came back has not said it again. */
function lostMentor({ stored, partner }: Case): boolean {
  return stored.value.mentorGone === true || partner.value.state !== 'enrolled';
}

/**
 * The mentor's yes when the mentee, who was not asked yet, has left or said "not now": over, and to the mentor the same as silence until
 * the reply date.
 */
function acceptAfterMenteeLeft(it: Case, revision: number): ReturnType<typeof acceptAsMentor> {
  const accepted = acceptAsMentor(it.stored.value, revision, it.context.now, askingMoment(it));
  return accepted.ok ? ok(withdraw(accepted.value, it.context.now)) : accepted;
}

/** Reads as an answer of either kind to everybody else; told and counted at the reply date. */
function menteeAcceptedTooLate(it: Case): Promise<boolean> {
  it.unit.recordChange('proposal-answered');
  return Promise.resolve(true);
}

function mentorAcceptedTooLate(it: Case, after: Proposal): Promise<boolean> {
  it.unit
    .schedule({ kind: 'proposal-expire', at: after.replyBy, ref: after.id, occurrence: 'mentee' })
    .recordChange('mentor-accepted');
  return Promise.resolve(true);
}

async function withdrawn(it: Case, revision: number): Promise<ActionOutcome | typeof conflict> {
  const { stored, side, context } = it;
  if (revision !== stored.value.revision || !isOpenFor(stored.value, side, context.now))
    return shown(await currentView(it, stored.value), it.member.reader, false);
  const after = withdraw(stored.value, context.now);
  it.unit.replace('proposal', stored, after).recordChange('proposal-answered');
  return (await it.unit.commit()) ? shown(await currentView(it, after), it.member.reader, true) : conflict;
}

async function decided(
  it: Case,
  result: ReturnType<typeof acceptAsMentor>,
  effects: (it: Case, after: Proposal) => Promise<boolean>,
): Promise<ActionOutcome | typeof conflict> {
  if (!result.ok) return shown(await currentView(it, it.stored.value), it.member.reader, false);
  it.unit.replace('proposal', it.stored, result.value);
  if (!(await effects(it, result.value))) return noticed('capacity-reached', it.member.reader);
  return (await it.unit.commit()) ? shown(await currentView(it, result.value), it.member.reader, true) : conflict;
}

/** The card that is true now: once the pair is formed, its introduction, for whoever presses and however often. */
async function currentView(it: Case, proposal: Proposal): Promise<CardView> {
  const { ports, member, side, partner, context } = it;
  const programme = member.programme.value;
  const pair =
    proposal.state === 'accepted' && proposal.pairId !== undefined
      ? await ports.programmes.get(programme.id, 'pair', proposal.pairId)
      : undefined;
  if (pair !== undefined)
    return introductionView(programme, pair.value, side, partner.value, proposal.parts, member.reader, context.now);
  const over = context.now >= proposal.replyBy;
  const isLastRound = over && (await isOfLastRound(ports, programme.id, proposal));
  return proposalView(programme, proposal, side, partner.value, member.reader, context.now, { isLastRound });
}

/** When the partner hears: at a decent hour of theirs, from which their days to reply are counted where they are asked. */
function askingMoment(it: Case): Instant {
  return nextContactTimeFor(it.ports, it.partner.value, it.context.now);
}

function mentorAccepted(it: Case, after: Proposal): Promise<boolean> {
  const asked = askingMoment(it);
  it.unit
    .insert('asked', `${it.partner.key}|${after.id}`, { proposalId: after.id })
    .queueMessage({
      kind: 'proposal',
      recipient: { to: 'participant', id: it.partner.key },
      subject: { proposalId: after.id },
      notBefore: asked,
      expiresAt: after.replyBy,
    })
    .schedule({ kind: 'proposal-expire', at: after.replyBy, ref: after.id, occurrence: 'mentee' })
    .recordChange('mentor-accepted');
  const remind = plusDays(asked, remindAfterDays);
  if (remind < after.replyBy)
    it.unit.schedule({ kind: 'proposal-remind', at: remind, ref: after.id, occurrence: 'mentee' });
  return Promise.resolve(true);
}

function menteeAccepted(it: Case, after: Proposal): Promise<boolean> {
  stopLooking(it.unit, [it.me, it.partner]);
  const { id, topics } = after;
  const pair = { id: after.pairId ?? id, proposalId: id, topics };
  return formPair(it.ports, it.unit, it.member.programme.value, pair, it.partner.value, it.me.value, it.context);
}

/** A no leaves no trace: at the reply date it is told and counted as silence is (`expireProposal`). */
function declined(it: Case): Promise<boolean> {
  it.unit.recordChange('proposal-answered');
  return Promise.resolve(true);
}
