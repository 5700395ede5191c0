import { z } from 'zod';
import type { Instant } from '../../../src/kernel/clock';
import { ok, refused, type Result } from '../../../src/kernel/result';
import { isAllowedServiceUrl, type ServiceHosts } from '../connector/service-url';
import { skewSeconds } from '../../token-skew';
import { bearerClaims, type BearerClaims } from './bearer-claims';
import { readJson } from './read-json';

/** Whom the endpoint believes. */
export interface EdgeAnchors {
  readonly botAppId: string;
  readonly tenantId: string;
  readonly serviceHosts: ServiceHosts;
}

export interface EdgeRequest {
  readonly body: Buffer;
  readonly authorization?: string | undefined;
  readonly contentType?: string | undefined;
  readonly contentEncoding?: string | undefined;
  /** Where the request came from, see `addressOf`. */
  readonly address?: string;
}

export interface EdgeResponse {
  readonly status: number;
  readonly body?: unknown;
}

export type GuardRefusal = 'too-large' | 'wrong-content-type' | 'unauthorized' | 'malformed' | 'wrong-tenant';

export const botFrameworkIssuer = 'https://api.botframework.com';
const largestBody = 256 * 1024;

const tenantRef = z.object({ id: z.string() }).loose();
const activitySchema = z
  .object({
    type: z.string().min(1).max(60),
    id: z.string().max(500).optional(),
    channelId: z.literal('msteams'),
    serviceUrl: z.string(),
    from: z
      .object({ id: z.string().min(1), name: z.string().optional(), aadObjectId: z.string().min(1).max(60).optional() })
      .loose(),
    recipient: z.object({ id: z.string().min(1) }).loose(),
    conversation: z
      .object({ id: z.string().min(1), tenantId: z.string().optional(), conversationType: z.string().optional() })
      .loose(),
    channelData: z
      .object({
        tenant: tenantRef.optional(),
        team: z.object({ id: z.string(), name: z.string().optional() }).loose().optional(),
      })
      .loose()
      .nullish(),
    replyToId: z.string().max(500).optional(),
    text: z.string().nullish(),
    locale: z.string().max(60).nullish(),
    localTimezone: z.string().max(100).nullish(),
    name: z.string().max(100).nullish(),
    action: z.string().max(60).nullish(),
    membersAdded: z
      .array(z.object({ id: z.string() }).loose())
      .max(1000)
      .optional(),
    membersRemoved: z
      .array(z.object({ id: z.string() }).loose())
      .max(1000)
      .optional(),
    value: z.unknown().optional(),
  })
  .loose();

/** An activity of the shape we read; what else it holds passes through. */
export type InboundActivity = z.infer<typeof activitySchema>;

/**
 * Everything that can be refused before any network call or the SDK's own authentication, which skips its check for an
 * empty service URL, remembers every issuer it sees, and asks neither for an end of the token nor for one within our skew. Nothing here
 * proves anything: it only turns away.
 */
export function checkRequest(
  request: EdgeRequest,
  anchors: EdgeAnchors,
  now: Instant,
): Result<InboundActivity, GuardRefusal> {
  if (request.contentEncoding !== undefined && request.contentEncoding !== 'identity')
    return refused('wrong-content-type');
  if (!/^application\/json\s*(;|$)/iu.test(request.contentType ?? '')) return refused('wrong-content-type');
  if (request.body.length > largestBody) return refused('too-large');
  const claims = bearerClaims(request.authorization);
  if (claims?.issuer !== botFrameworkIssuer || claims.algorithm !== 'RS256' || claims.audience !== anchors.botAppId)
    return refused('unauthorized');
  if (!isOfNow(claims, now)) return refused('unauthorized');
  const activity = activitySchema.safeParse(readJson(request.body));
  if (!activity.success) return refused('malformed');
  const { serviceUrl, conversation, channelData } = activity.data;
  if (serviceUrl !== claims.serviceUrl || !isAllowedServiceUrl(serviceUrl, anchors.serviceHosts))
    return refused('unauthorized');
  const tenants = [conversation.tenantId, channelData?.tenant?.id].filter((tenant) => tenant !== undefined);
  if (tenants.length === 0 || tenants.some((tenant) => tenant.toLowerCase() !== anchors.tenantId.toLowerCase()))
    return refused('wrong-tenant');
  return ok(activity.data);
}

/** Whether the token says when it ends, and is of use at this moment. */
function isOfNow({ expires, notBefore }: BearerClaims, now: Instant): boolean {
  const seconds = Date.parse(now) / 1000;
  if (typeof expires !== 'number' || expires + skewSeconds <= seconds) return false;
  return notBefore === undefined || (typeof notBefore === 'number' && notBefore <= seconds + skewSeconds);
}

/** HTTP status of a refusal; the body stays generic. */
export const refusalStatus: Readonly<Record<GuardRefusal, number>> = {
  'too-large': 413,
  'wrong-content-type': 415,
  unauthorized: 401,
  malformed: 400,
  'wrong-tenant': 403,
};
