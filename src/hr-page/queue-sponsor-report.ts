import { nextContactTimeFor } from '../calendar/next-contact-time';
import type { DueWork } from '../domain/due-work';
import type { Ports, Saving, UseCaseContext } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { plusDays } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import { sponsorReportFrom } from '../programme/plan-sponsor-report';

/** Days after which a month's figures are of no use any more: the next month's are near. */
const daysOfUse = 14;

/**
 * The month's figures for the sponsor, at a decent hour of theirs, and the next month's, both in the transaction that takes this month's off: so nobody has
 * two of one month, and they come as long as the programme runs. After a long absence one comes.
 */
export async function queueSponsorReport(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const [programme, sponsor] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.get(programmeId, 'contact', 'sponsor'),
  ]);
  if (programme?.value.beginsAt === undefined) return unit.commit();
  const { plan, beginsAt: begins, state } = programme.value;
  const month = Number(due.value.ref);
  if (sponsor !== undefined && state === 'running')
    unit.queueMessage({
      kind: 'sponsor-report',
      recipient: { to: 'contact', id: 'sponsor' },
      subject: { month },
      notBefore: nextContactTimeFor(ports, sponsor.value, context.now),
      expiresAt: plusDays(context.now, daysOfUse),
    });
  return unit.schedule(sponsorReportFrom(ports, plan, { begins, first: month + 1, now: context.now })).commit();
}

/** What the closing survey tells, for the sponsor, once: its figures are made once. */
export async function queueSponsorResults(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const sponsor = await ports.programmes.get(programmeId, 'contact', 'sponsor');
  if (sponsor !== undefined)
    unit.queueMessage({
      kind: 'sponsor-results',
      recipient: { to: 'contact', id: 'sponsor' },
      subject: { surveyRound: due.value.ref },
      notBefore: nextContactTimeFor(ports, sponsor.value, context.now),
    });
  return unit.commit();
}
