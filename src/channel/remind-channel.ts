import { plusDays } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import { nextContactTime } from '../calendar/next-contact-time';
import type { DueWork } from '../domain/due-work';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';

/** Days after its moment at which a monthly reminder is of no use any more. */
const reminderDays = 5;

/** The month's reminder in the channel. After a long absence it is skipped, with a record, rather than posted late. */
export async function remindChannel(
  ports: Ports<Saving | 'isHoliday'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme?.value.state !== 'running') return unit.commit();
  const { timeZone, country } = programme.value.plan;
  return unit
    .queueMessage({
      kind: 'channel-reminder',
      recipient: { to: 'channel' },
      subject: { month: Number(due.value.ref) },
      notBefore: nextContactTime(context.now, timeZone, (date) => ports.isHoliday(country, date)),
      expiresAt: plusDays(due.value.at, reminderDays),
    })
    .commit();
}
