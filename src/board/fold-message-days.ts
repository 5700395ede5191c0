import { localDay } from '../calendar/local-day';
import type { Change } from '../domain/change';
import { messageDayKey } from '../domain/message';
import type { Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';

/**
 * Adds what went out to the counts of its day in the programme's zone, one row a day. Apart from the board, whose version would tell that a
 * message went out.
 */
export async function foldMessageDays(
  ports: Ports<'programmes'>,
  unit: UnitOfWork,
  changes: readonly Change[],
): Promise<void> {
  if (changes.every(({ sentOf }) => sentOf === undefined)) return;
  const zone = (await ports.programmes.get(unit.programmeId, 'programme', 'programme'))?.value.plan.timeZone;
  const days = new Map<string, Map<string, number>>();
  for (const { sentOf, at } of changes) {
    if (sentOf === undefined) continue;
    const day = localDay(at, zone ?? 'UTC');
    const sent = days.get(day) ?? new Map<string, number>();
    days.set(day, sent.set(sentOf, (sent.get(sentOf) ?? 0) + 1));
  }
  for (const [day, more] of days) {
    const row = await ports.programmes.get(unit.programmeId, 'message-day', messageDayKey(day));
    const sent = { ...row?.value.sent };
    for (const [kind, count] of more) sent[kind] = (sent[kind] ?? 0) + count;
    if (row === undefined) unit.insert('message-day', messageDayKey(day), { day, sent });
    else unit.replace('message-day', row, { day, sent });
  }
}
