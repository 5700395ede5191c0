import type { Cloud } from './cloud';
import { followServerClock, readServerTime } from './follow-server-clock';
import type { Answer, HttpRouter } from './http-router';

const ADVANCE_TIMEOUT_MS = 300_000;

/** Passes the page's clock control on to the server, and its wish that the others answer; pages that are open hear of a move. */
export function addClockRoutes(router: HttpRouter, cloud: Cloud): void {
  router.on('GET', '/control/clock', () => ask(cloud, 'clock', { method: 'GET' }));
  router.on('POST', '/control/clock/advance', async (request) => {
    const answer = await ask(cloud, 'clock/advance', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request.json()),
    });
    await followServerClock(cloud);
    cloud.events.publish({ type: 'clock', now: cloud.now() });
    return answer;
  });
  router.on('POST', '/control/others-answer', () => ask(cloud, 'populate', { method: 'POST' }));
}

async function ask(cloud: Cloud, path: string, init: RequestInit): Promise<Answer> {
  const { clockUrl } = cloud.options;
  if (clockUrl === undefined) return { status: 200, body: { now: cloud.now() } };
  let response: Response;
  try {
    response = await fetch(new URL(path, clockUrl), { ...init, signal: AbortSignal.timeout(ADVANCE_TIMEOUT_MS) });
  } catch (error) {
    return {
      status: 502,
      body: { error: { code: 'ServerUnreachable', message: `The server's clock does not answer: ${String(error)}` } },
    };
  }
  const body: unknown = await response.json().catch(() => undefined);
  readServerTime(cloud, body);
  return { status: response.status, body };
}
