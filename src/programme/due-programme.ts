import { plusDays } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import type { DueWork } from '../work/model';
import type { Occasion, Ports } from './ports';
import { UnitOfWork } from './unit-of-work';

/** Days after its moment at which a monthly reminder is of no use any more. */
const reminderDays = 5;

/** The month's reminder in the channel. After a long absence it is skipped, with a record, rather than posted late. */
export async function remindChannel(ports: Ports, programmeId: string, due: Stored<DueWork>, occasion: Occasion): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, occasion, 'system').remove('due', due);
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme?.value.state !== 'running') return unit.commit();
  return unit
    .say({
      kind: 'channel-reminder',
      recipient: { to: 'channel' },
      subject: { month: Number(due.value.ref) },
      expiresAt: plusDays(due.value.at, reminderDays),
    })
    .commit();
}

/** The end of the programme: what still waits is cancelled when its turn comes. */
export async function closeProgramme(ports: Ports, programmeId: string, due: Stored<DueWork>, occasion: Occasion): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, occasion, 'system').remove('due', due);
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme === undefined || programme.value.state === 'closed') return unit.commit();
  return unit
    .replace('programme', programme, { ...programme.value, state: 'closed', closedAt: occasion.now, revision: programme.value.revision + 1 })
    .follow({ type: 'programme-entry' })
    .changed('programme-closed')
    .commit();
}
