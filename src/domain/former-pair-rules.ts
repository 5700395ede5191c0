import type { Instant } from '../kernel/clock';
import type { Pair } from './proposal';
import { monthWindow } from '../calendar/month-window';

/** When the pair was over, or undefined while it runs. An earlier release kept no moment: then the end of its last month, the latest it can be. */
export function endOf(pair: Pair): Instant | undefined {
  if (pair.state === 'active') return undefined;
  return pair.endedAt ?? monthWindow(pair.startedAt, pair.timeZone, pair.months).end;
}
