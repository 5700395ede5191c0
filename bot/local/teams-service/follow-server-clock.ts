import type { Cloud } from './cloud';
import { realMilliseconds } from './real-milliseconds';
import { isRecord } from './wire-activity';

const PATIENCE_MS = 1_000;

/**
 * Brings this service to the server's programme time, so that what people see carries the same hours as what the
 * server decides. Does nothing where the clock was given as an option, and keeps the last known time where the
 * server does not answer within a second.
 */
export async function followServerClock(cloud: Cloud): Promise<void> {
  const { clock, clockUrl } = cloud.options;
  if (clock !== undefined || clockUrl === undefined) return;
  try {
    const response = await fetch(clockUrl, { signal: AbortSignal.timeout(PATIENCE_MS) });
    readServerTime(cloud, await response.json());
  } catch {
    // The hours shown in Local Teams may lag behind; nothing is decided by them.
  }
}

/** Takes programme time from an answer of the server's clock, `{ now }`. */
export function readServerTime(cloud: Cloud, answer: unknown): void {
  if (!isRecord(answer) || typeof answer.now !== 'string' || Number.isNaN(Date.parse(answer.now))) return;
  cloud.live.clockOffset = Date.parse(answer.now) - realMilliseconds();
}
