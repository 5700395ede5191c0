import { plusDays } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import { nextContactTime } from '../calendar/next-contact-time';
import { workEndsAt } from '../calendar/work-days';
import type { DueWork } from '../domain/due-work';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';

/** Days after its moment at which a monthly reminder is of no use any more. */
const reminderDays = 5;
/** Days for which it waits for a channel that the bot cannot write to yet. */
const repairDays = 20;

/**
 * The month's reminder in the channel. After a long absence it is skipped, with a record, rather than posted late. While the bot has not
 * been seen in the channel it waits, so that it comes within a day of the repair; what it says is true of the day it is posted.
 */
export async function remindChannel(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme?.value.state !== 'running') return unit.commit();
  const { timeZone, country, channel } = programme.value.plan;
  const planned = due.value.occurrence === '' ? due.value.at : due.value.occurrence;
  const isBroken = channel !== undefined && programme.value.channel === undefined;
  if (isBroken && context.now < plusDays(planned, repairDays))
    return unit.schedule({ ...due.value, at: plusDays(context.now, 1), occurrence: planned }).commit();
  return unit
    .queueMessage({
      kind: 'channel-reminder',
      recipient: { to: 'channel' },
      subject: { month: Number(due.value.ref) },
      notBefore: nextContactTime(context.now, timeZone, workEndsAt(ports, { country })),
      expiresAt: plusDays(due.value.at, reminderDays),
    })
    .commit();
}
