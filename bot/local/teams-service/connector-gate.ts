import { setTimeout as wait } from 'node:timers/promises';
import type { Cloud } from './cloud';
import type { Fault, RequestKind } from './fault-plan';
import { followServerClock } from './follow-server-clock';
import type { Answer, Handler, RouteRequest } from './http-router';
import { ServiceRefusal } from './service-refusal';

/** Wraps a connector route: its region and token are checked, planned faults strike, the request is written down. */
export function connectorRoute(cloud: Cloud, kind: RequestKind, handler: Handler): Handler {
  return faulty(cloud, kind, async (request) => {
    if (!cloud.live.openRegions.has(request.parameters.region ?? '')) {
      throw new ServiceRefusal(403, 'InvalidBotApiHost', 'This host does not serve the bot.');
    }
    if (!(await cloud.botFramework.acceptsConnectorToken(request.headers.authorization))) {
      throw new ServiceRefusal(401, 'Unauthorized', 'Authorization has been denied for this request.');
    }
    await followServerClock(cloud);
    return handler(request);
  });
}

/** Wraps a route so that planned faults strike it and its answer is written down. */
export function faulty(cloud: Cloud, kind: RequestKind, handler: Handler): Handler {
  return async (request) => {
    const fault = cloud.faults.take({ kind, path: request.path, body: request.text, ...reached(cloud, request) });
    const { method, path } = request;
    const write = (status: number): void => {
      cloud.journal.writeRequest({ method, path, status, byFault: fault !== undefined });
    };
    if (fault?.hangs === true) {
      write(0);
      return never();
    }
    const answer = await strike(fault, () => settle(handler, request));
    write(answer.drop ? 0 : answer.status);
    return answer;
  };
}

async function strike(fault: Fault | undefined, work: () => Promise<Answer>): Promise<Answer> {
  if (!fault) return work();
  if (fault.delayMs) await wait(fault.delayMs);
  if (fault.dropBeforeAccept) return { status: 0, drop: true };
  const failure = failureOf(fault);
  if (failure && !fault.afterAccept) return failure;
  const answer = await work();
  if (fault.dropAfterAccept) return { status: 0, drop: true };
  return failure ?? answer;
}

/** Its connection is closed by whoever asked, or with the service. */
async function never(): Promise<never> {
  return new Promise(() => undefined);
}

function failureOf(fault: Fault): Answer | undefined {
  if (fault.status === undefined) return undefined;
  const code = fault.code ?? (fault.status === 429 ? 'TooManyRequests' : 'ServiceError');
  return {
    status: fault.status,
    body: { error: { code, message: fault.message ?? 'Fault on demand.' } },
    ...(fault.retryAfter === undefined ? {} : { headers: { 'retry-after': String(fault.retryAfter) } }),
  };
}

async function settle(handler: Handler, request: RouteRequest): Promise<Answer> {
  try {
    return await handler(request);
  } catch (error) {
    if (!(error instanceof ServiceRefusal)) throw error;
    return { status: error.status, body: { error: { code: error.code, message: error.message } } };
  }
}

function reached(cloud: Cloud, request: RouteRequest): { directoryId?: string; channelId?: string } {
  const address = request.parameters.conversationId;
  const conversation = address === undefined ? undefined : cloud.chats.find(address.split(';')[0] ?? '');
  if (conversation?.directoryId !== undefined) return { directoryId: conversation.directoryId };
  if (conversation?.channelId !== undefined) return { channelId: conversation.channelId };
  const member = firstMember(request.text);
  const person = member === undefined ? undefined : cloud.roster.findMember(member);
  if (person) return { directoryId: person.seed.directoryId };
  return {};
}

/** The person with whom a conversation is opened; undefined where the body opens none. */
function firstMember(text: string): string | undefined {
  try {
    const { members } = JSON.parse(text) as { readonly members?: readonly { readonly id?: string }[] };
    return members?.[0]?.id;
  } catch {
    return undefined;
  }
}
