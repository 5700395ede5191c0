import { cardAbout } from '../domain/card';
import type { PairReading } from '../domain/pair-vault';
import type { Saving } from '../domain/ports';
import { plusDays, type Instant } from '../kernel/clock';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import type { Proposal } from '../domain/proposal';
import {
  acceptAfterLeaving,
  acceptAfterMenteeLeft,
  acceptAfterMentorLeft,
  acceptAsMentee,
  acceptAsMentor,
  remindAfterDays,
} from '../domain/proposal-rules';
import { conflict, type UnitOfWork } from '../domain/unit-of-work';
import { noticed } from '../member/action-outcome';
import { current, unitOf, type Press, type PressAnswer } from '../member/press';
import { savePress } from '../member/save-press';
import { formPair } from '../pair/form-pair';
import { introductionView } from '../pair/introduction-view';
import { noCharterYet } from '../pair/read-charter';
import { stopLooking } from '../pair/stop-looking';
import { answerOwnProposal, currentProposalView, type OwnProposal } from './load-own-proposal';
import { saveProposalAnswer } from './save-proposal-answer';

export interface AcceptInput {
  readonly proposalId: string;
  /** The revision that the card showed; an older one changes nothing. */
  readonly revision: number;
}

/**
 * A person's yes. The mentor's asks the mentee; the mentee's forms the pair, once. A repeat, a late press or an old card changes nothing
 * and shows the card that is true now. Nobody is put into a pair with somebody who left or said "not now" since the draft was published.
 */
export async function acceptProposal(
  press: Press<Saving | 'holidayFrom', PairReading>,
  { proposalId, revision }: AcceptInput,
): Promise<PressAnswer> {
  const { now } = press.context;
  return answerOwnProposal(press, proposalId, (own) => {
    if (own.me.value.state !== 'enrolled')
      return saveProposalAnswer(press, own, acceptAfterLeaving(own.proposal.value, own.side, revision, now));
    return own.side === 'mentor' ? acceptForMentor(press, own, revision) : acceptForMentee(press, own, revision);
  });
}

/** The mentor's yes asks the mentee. Where the mentee is there no more nobody is asked, and the mentor reads that their yes waits. */
async function acceptForMentor(
  press: Press<Saving | 'holidayFrom', PairReading>,
  own: OwnProposal,
  revision: number,
): Promise<PressAnswer> {
  const { ports, context } = press;
  const before = own.proposal.value;
  const menteeIsThere = own.partner.value.state === 'enrolled';
  // The mentee hears at their next contact time; their days to reply are counted from then.
  const asked = nextContactTimeFor(ports, own.partner.value, context.now);
  const accept = menteeIsThere ? acceptAsMentor : acceptAfterMenteeLeft;
  const accepted = accept(before, revision, context.now, asked);
  if (!accepted.ok) return current(press, await currentProposalView(press, own, before));
  const after = accepted.value;
  const unit = unitOf(press)
    .replace('proposal', own.proposal, after)
    .editCards({ to: 'participant', id: own.me.key }, cardAbout.pair(before.id));
  if (menteeIsThere) askMentee(unit, after, asked);
  unit
    .schedule({ kind: 'proposal-expire', at: after.replyBy, ref: after.id, occurrence: 'mentee' })
    .recordChange('mentor-accepted');
  return savePress(press, unit, await currentProposalView(press, own, after));
}

/** The mentee gets the proposal, and a reminder if they are silent. */
function askMentee(unit: UnitOfWork, proposal: Proposal, asked: Instant): void {
  const { id, menteeId, replyBy } = proposal;
  unit.insert('asked', `${menteeId}|${id}`, { proposalId: id }).queueMessage({
    kind: 'proposal',
    recipient: { to: 'participant', id: menteeId },
    subject: { proposalId: id },
    notBefore: asked,
    expiresAt: replyBy,
  });
  const remindAt = plusDays(asked, remindAfterDays);
  if (remindAt < replyBy) unit.schedule({ kind: 'proposal-remind', at: remindAt, ref: id, occurrence: 'mentee' });
}

/** The mentee's yes forms the pair. Where the mentor is there no more it forms none, and the mentee reads that their yes waits. */
async function acceptForMentee(
  press: Press<Saving | 'holidayFrom', PairReading>,
  own: OwnProposal,
  revision: number,
): Promise<PressAnswer> {
  const { ports, member, context } = press;
  const before = own.proposal.value;
  // Who left and came back has not said yes again.
  const mentorHasLeft = before.mentorGone === true || own.partner.value.state !== 'enrolled';
  if (mentorHasLeft) return saveProposalAnswer(press, own, acceptAfterMentorLeft(before, revision, context.now));
  const accepted = acceptAsMentee(before, revision, before.id, context.now);
  if (!accepted.ok) return current(press, await currentProposalView(press, own, before));
  const programme = member.programme.value;
  const [mentor, mentee] = [own.partner, own.me];
  const unit = unitOf(press).replace('proposal', own.proposal, accepted.value);
  for (const { key: id } of [mentee, mentor]) unit.editCards({ to: 'participant', id }, cardAbout.pair(before.id));
  stopLooking(unit, [mentee, mentor]);
  const newPair = { id: before.id, proposalId: before.id, topics: before.topics };
  const pair = await formPair(ports, unit, programme, newPair, mentor.value, mentee.value, context);
  if (pair === undefined) return (await wasFormed(press, own)) ? conflict : noticed('capacity-reached', member.reader);
  const { reader } = member;
  const view = introductionView(
    programme,
    pair,
    'mentee',
    mentor.value,
    before.parts,
    noCharterYet,
    reader,
    context.now,
  );
  return savePress(press, unit, view);
}

/** Whether the place is taken by this very pair: it was formed after the proposal was read, so the press is decided anew. */
async function wasFormed(
  { ports, member }: Press<'programmes'>,
  { proposal, me, partner }: OwnProposal,
): Promise<boolean> {
  const taken = await Promise.all(
    [me, partner].map(({ key }) => ports.programmes.get(member.programme.value.id, 'person-pairs', key)),
  );
  return taken.some((pairs) => pairs?.value.pairIds.includes(proposal.key) === true);
}
