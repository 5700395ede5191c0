import { plusDays } from '../kernel/clock';
import { readWhole, withEach } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { decentHour } from '../session/decent-hour';
import { endPair } from '../session/finish-pair';
import type { DueWork } from '../work/model';
import type { Occasion, Ports } from './ports';
import { decide, lostRace, UnitOfWork } from './unit-of-work';

/** Days after its moment at which a monthly reminder is of no use any more. */
const reminderDays = 5;

/** The month's reminder in the channel. After a long absence it is skipped, with a record, rather than posted late. */
export async function remindChannel(
  ports: Ports,
  programmeId: string,
  due: Stored<DueWork>,
  occasion: Occasion,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, occasion, 'system').remove('due', due);
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme?.value.state !== 'running') return unit.commit();
  const { timeZone, country } = programme.value.plan;
  return unit
    .say({
      kind: 'channel-reminder',
      recipient: { to: 'channel' },
      subject: { month: Number(due.value.ref) },
      notBefore: decentHour(occasion.now, timeZone, (date) => ports.isHoliday(country, date)),
      expiresAt: plusDays(due.value.at, reminderDays),
    })
    .commit();
}

/**
 * The end of the programme: what still waits is cancelled when its turn comes, and pairs that have not finished end. What other
 * programmes know of the pairs is carried over once more, whatever was lost of it. Interrupted, it goes on where it was.
 */
export async function closeProgramme(
  ports: Ports,
  programmeId: string,
  due: Stored<DueWork>,
  occasion: Occasion,
): Promise<boolean> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme !== undefined && programme.value.state !== 'closed') {
    const closed = new UnitOfWork(ports, programmeId, occasion, 'system')
      .replace('programme', programme, {
        ...programme.value,
        state: 'closed',
        closedAt: occasion.now,
        revision: programme.value.revision + 1,
      })
      .follow({ type: 'programme-entry' })
      .follow({ type: 'mix' })
      .dueAt({
        kind: 'answers-expire',
        at: plusDays(occasion.now, programme.value.plan.retention.answersDays),
        ref: programmeId,
        mark: '',
      })
      .changed('programme-closed');
    if (!(await closed.commit())) return false;
  }
  await withEach(readWhole(ports.programmes, programmeId, 'pair'), async ({ key, value }) => {
    await decide(() => (value.state === 'active' ? endOne : followAgain)(ports, programmeId, key, occasion));
  });
  return new UnitOfWork(ports, programmeId, occasion, 'system').remove('due', due).commit();
}

async function endOne(
  ports: Ports,
  programmeId: string,
  pairId: string,
  occasion: Occasion,
): Promise<true | typeof lostRace> {
  const pair = await ports.programmes.get(programmeId, 'pair', pairId);
  const unit = new UnitOfWork(ports, programmeId, occasion, 'system');
  if (pair !== undefined) await endPair(ports, unit, pair, occasion);
  return (await unit.commit()) ? true : lostRace;
}

async function followAgain(
  ports: Ports,
  programmeId: string,
  pairId: string,
  occasion: Occasion,
): Promise<true | typeof lostRace> {
  const unit = new UnitOfWork(ports, programmeId, occasion, 'system').follow({ type: 'former', pairId });
  return (await unit.commit()) ? true : lostRace;
}
