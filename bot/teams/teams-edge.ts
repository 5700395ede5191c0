import { errorFields } from '../log';
import { ConnectorAdapter } from './connector-adapter';
import type { EdgeDeps } from './edge-deps';
import {
  checkRequest,
  refusalStatus,
  type EdgeRequest,
  type EdgeResponse,
  type InboundActivity,
} from './guard/check-request';
import { activityLimits, refusalLimits } from '../caller-limits';
import { createTokenBuckets } from '../token-buckets';
import { createFairQueue } from './guard/fair-queue';
import { createApplication } from './routing';
import { turnTools } from './turn';

/** The Bot Framework endpoint, apart from the web server. */
export interface TeamsEdge {
  /** Answers one request. Never throws; what is refused gets a status and a generic body. */
  handle(request: EdgeRequest): Promise<EdgeResponse>;
  /** Resolves when nothing begun by a press goes on any more; for shutting down. */
  settled(): Promise<void>;
}

/**
 * Tokens that are checked at once. Who sends is only claimed until then, so an address that has brought many that were refused has one line
 * for all of its senders.
 */
const checksAtOnce = 8;

/** The way of every activity: guard, the SDK's authentication in fair turns, the limit of one person, the application. */
export function createTeamsEdge(deps: EdgeDeps): TeamsEdge {
  const adapter = new ConnectorAdapter({
    botAppId: deps.anchors.botAppId,
    openIdMetadata: deps.anchors.openIdMetadata,
    connector: deps.connector,
  });
  const going = new Set<Promise<unknown>>();
  const application = createApplication(
    turnTools(deps, (work) => {
      going.add(work);
      void work.finally(() => going.delete(work));
    }),
  );
  const people = createTokenBuckets(activityLimits, deps.realClock);
  const refusals = createTokenBuckets(refusalLimits, deps.realClock);
  const checks = createFairQueue(checksAtOnce);

  function refuse(reason: string, status: number): EdgeResponse {
    deps.metrics.refusedActivity(reason);
    if (reason === 'unauthorized') deps.refusedToken(reason);
    return { status, body: { error: 'refused' } };
  }

  async function run(activity: InboundActivity): Promise<EdgeResponse> {
    const begun = performance.now();
    const finish = (outcome: string, response: EdgeResponse): EdgeResponse => {
      deps.metrics.turn(activity.type, outcome, performance.now() - begun);
      return response;
    };
    try {
      const answer = await adapter.runTurn(activity, async (context) => {
        await application.run(context);
      });
      if (answer !== undefined) return finish('answered', { status: answer.status, body: answer.body as unknown });
      return finish('done', { status: 200 });
    } catch (error) {
      deps.log.error({ event: 'turn-failed', activityType: activity.type, ...errorFields(error) }, 'A turn failed.');
      return finish('failed', { status: 500, body: { error: 'failed' } });
    }
  }

  return {
    async handle(request) {
      const { address = '' } = request;
      const checked = checkRequest(request, deps.anchors, deps.realClock.now());
      if (!checked.ok) return refuse(checked.reason, refusalStatus[checked.reason]);
      const activity = checked.value;
      const sender = activity.from.aadObjectId ?? activity.from.id;
      // Bots of others are called from the same addresses as this one: what verifies is never refused for its address.
      const line = refusals.has(address) ? sender : address;
      const authentic = await checks.run(line, () => adapter.authenticate(request.authorization ?? '', activity));
      if (!authentic.ok) {
        if (authentic.reason !== 'unauthorized') return refuse(authentic.reason, 503);
        if (refusals.take(address)) return refuse(authentic.reason, 401);
        deps.refusedToken('too-many');
        return refuse('too-many', 429);
      }
      if (!people.take(sender)) return refuse('too-many', 429);
      return run(activity);
    },
    async settled() {
      while (going.size > 0) await Promise.allSettled(going);
    },
  };
}
