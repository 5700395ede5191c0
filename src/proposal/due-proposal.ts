import type { Stored } from '../kernel/row-store';
import { cardAbout } from '../domain/card';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import type { DueWork } from '../domain/due-work';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import type { Proposal, Side } from '../domain/proposal';
import { mentorAwaitsNews, expire, acceptedAfterMentorLeft, isOpenFor } from '../domain/proposal-rules';

/** One reminder to the side that has not answered yet; nothing where it has. Returns false when another change came first. */
export async function remindProposal(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const stored = await ports.programmes.get(programmeId, 'proposal', due.value.ref);
  const side: Side = due.value.occurrence === 'mentee' ? 'mentee' : 'mentor';
  if (stored !== undefined && isOpenFor(stored.value, side, context.now)) {
    unit.replace('proposal', stored, { ...stored.value, remindedAt: context.now }).queueMessage({
      kind: 'proposal-reminder',
      recipient: { to: 'participant', id: side === 'mentor' ? stored.value.mentorId : stored.value.menteeId },
      subject: { proposalId: stored.key },
      notBefore: await contactTimeOf(ports, programmeId, stored.value, side, context),
      expiresAt: stored.value.replyBy,
    });
  }
  return unit.commit();
}

/**
 * Ends a proposal whose reply date has passed. Whoever had said yes hears that it was not formed. Either side's no and a
 * withdrawal are told and counted here too, so that neither message nor count differs from silence: at the round's reply date, or a
 * mentee's own where they were asked late.
 */
export async function expireProposal(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const stored = await ports.programmes.get(programmeId, 'proposal', due.value.ref);
  if (stored === undefined) return unit.commit();
  const expired = expire(stored.value, context.now);
  if (expired !== undefined) unit.replace('proposal', stored, expired);
  const side: Side = due.value.occurrence === 'mentee' ? 'mentee' : 'mentor';
  if (expired === undefined && !endedBefore(stored.value, side)) return unit.commit();
  for (const id of [stored.value.mentorId, stored.value.menteeId])
    unit.editCards({ to: 'participant', id }, cardAbout.pair(stored.key));
  unit.recordChange('proposal-ended', { counts: { 'proposals.not-formed': 1 } });
  const told: readonly Side[] = [
    ...(mentorAwaitsNews(stored.value) || stored.value.state === 'asking-mentee' ? (['mentor'] as const) : []),
    ...(acceptedAfterMentorLeft(stored.value) ? (['mentee'] as const) : []),
  ];
  for (const one of told) {
    unit.queueMessage({
      kind: 'not-formed',
      recipient: { to: 'participant', id: one === 'mentor' ? stored.value.mentorId : stored.value.menteeId },
      subject: { proposalId: stored.key },
      notBefore: await contactTimeOf(ports, programmeId, stored.value, one, context),
    });
  }
  return unit.commit();
}

/** Whether somebody said no or HR withdrew it while this side was asked. */
function endedBefore(proposal: Proposal, side: Side): boolean {
  if (side === 'mentee') return mentorAwaitsNews(proposal);
  return (proposal.state === 'declined' || proposal.state === 'withdrawn') && !mentorAwaitsNews(proposal);
}

async function contactTimeOf(
  ports: Ports<'programmes' | 'holidayFrom'>,
  programmeId: string,
  proposal: Proposal,
  side: Side,
  context: UseCaseContext,
): Promise<string> {
  const person = await ports.programmes.get(
    programmeId,
    'participant',
    side === 'mentor' ? proposal.mentorId : proposal.menteeId,
  );
  return person === undefined ? context.now : nextContactTimeFor(ports, person.value, context.now);
}
