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
import { createUserThrottle } from './guard/user-throttle';
import { createApplication } from './routing';
import { turnTools } from './turn';

/** The Bot Framework endpoint, apart from the web server. */
export interface TeamsEdge {
  /** Answers one request. Never throws; what is refused gets a status and a generic body. */
  handle(request: EdgeRequest): Promise<EdgeResponse>;
  /** Resolves when nothing begun by a press goes on any more; for shutting down. */
  settled(): Promise<void>;
}

/** The way of every activity: guard, the SDK's authentication, the throttle, the application. */
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
  const throttle = createUserThrottle();

  function refuse(reason: string, status: number): EdgeResponse {
    deps.metrics.refusedActivity(reason);
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
      const checked = checkRequest(request, deps.anchors);
      if (!checked.ok) return refuse(checked.reason, refusalStatus[checked.reason]);
      const activity = checked.value;
      const authentic = await adapter.authenticate(request.authorization ?? '', activity);
      if (!authentic.ok) return refuse(authentic.reason, authentic.reason === 'unauthorized' ? 401 : 503);
      if (!throttle.allows(activity.from.aadObjectId ?? activity.from.id, deps.realClock.now()))
        return refuse('too-many', 429);
      return run(activity);
    },
    async settled() {
      while (going.size > 0) await Promise.allSettled(going);
    },
  };
}
