import type { Instant } from '../kernel/clock';
import type { Ports } from '../domain/ports';
import type { Programme } from '../domain/programme';
import { listToDo } from './list-to-do';
import type { WeeklyList } from './weekly-to-do-view';

/** What there is to do in the programme at `now`, as the weekly list tells it. A point read, and what `listToDo` reads. */
export async function readWeeklyList(
  ports: Ports<'programmes'>,
  programme: Programme,
  now: Instant,
): Promise<WeeklyList> {
  const head = await ports.programmes.get(programme.id, 'board', 'head');
  return { items: await listToDo(ports, { programme, head: head?.value, now }), asOf: now };
}
