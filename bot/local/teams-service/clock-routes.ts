import type { Cloud } from './cloud';
import type { Answer, HttpRouter } from './http-router';
import { isRecord } from './wire-activity';
import { realMilliseconds } from './real-milliseconds';

const ADVANCE_TIMEOUT_MS = 300_000;

/** Passes the page's clock control on to the server, and keeps this service at the server's programme time. */
export function addClockRoutes(router: HttpRouter, cloud: Cloud): void {
  router.on('GET', '/control/clock', () => ask(cloud, '', { method: 'GET' }));
  router.on('POST', '/control/clock/advance', (request) =>
    ask(cloud, '/advance', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request.json()),
    }),
  );
}

async function ask(cloud: Cloud, path: string, init: RequestInit): Promise<Answer> {
  const { clockUrl } = cloud.options;
  if (clockUrl === undefined) return { status: 200, body: { now: cloud.now(), fixed: true } };
  let response: Response;
  try {
    response = await fetch(`${clockUrl}${path}`, { ...init, signal: AbortSignal.timeout(ADVANCE_TIMEOUT_MS) });
  } catch (error) {
    return {
      status: 502,
      body: { error: { code: 'ServerUnreachable', message: `The server's clock does not answer: ${String(error)}` } },
    };
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (isRecord(body) && typeof body.now === 'string' && !Number.isNaN(Date.parse(body.now))) {
    cloud.live.clockOffset = Date.parse(body.now) - realMilliseconds();
    cloud.events.publish({ type: 'clock', now: body.now });
  }
  return { status: response.status, body };
}
