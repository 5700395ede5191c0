import { nextContactTimeFor } from '../calendar/next-contact-time';
import { plusDays } from '../kernel/clock';
import { withPrefix } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import type { DueWork } from '../domain/due-work';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { planWeeklyToDo } from './plan-weekly-to-do';

/** More administrators than a plan may name. */
const mostAdministrators = 50;
/** Days after which the week's list is of no use any more. */
const daysOfUse = 3;

/**
 * The week's list for every administrator who wants it, at a decent hour of their own, and the next week's; both in the transaction that
 * takes this week's off, so that nobody has two of one week. After a long absence one comes, not one for each week. Where nobody wants it
 * any more it falls due no more.
 */
export async function queueWeeklyToDo(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const [programme, contacts] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.range(programmeId, 'contact', { ...withPrefix('administrator-'), limit: mostAdministrators }),
  ]);
  const wanting = contacts.rows.filter(({ value }) => value.weeklyToDoSince !== undefined);
  if (programme === undefined || wanting.length === 0) return unit.commit();
  for (const { key: id, value } of wanting)
    unit.queueMessage({
      kind: 'weekly-to-do',
      recipient: { to: 'contact', id },
      subject: { dueOn: due.value.at.slice(0, 10) },
      notBefore: nextContactTimeFor(ports, value, context.now),
      expiresAt: plusDays(context.now, daysOfUse),
    });
  await planWeeklyToDo(ports, unit, programme.value, context.now);
  return unit.commit();
}
