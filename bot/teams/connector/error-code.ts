/**
 * Codes that Teams and the Bot Framework connector answer a refusal with. Others are left out, as is everything else an answer says: it may
 * hold words of people, and what is logged and counted must come from a short list.
 */
const known: ReadonlySet<string> = new Set([
  'ActivityNotFoundInConversation',
  'BadArgument',
  'BadSyntax',
  'BotDisabledByAdmin',
  'BotNotInConversationRoster',
  'BotNotRegistered',
  'ConversationBlockedByUser',
  'ConversationNotFound',
  'Forbidden',
  'ForbiddenOperationException',
  'InternalServerError',
  'InvalidBotApiHost',
  'MessageSizeTooBig',
  'MessageWritesBlocked',
  'NotEnoughPermissions',
  'NotFound',
  'OperationTimedOut',
  'PreconditionFailed',
  'ServiceError',
  'ServiceUnavailable',
  'TenantNotFound',
  'Throttled',
  'TooManyRequests',
  'Unauthorized',
  'UserNotFound',
]);

/** The code in the body of a refusal, where it is one of those that are known; else ''. */
export function errorCodeOf(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('error' in body)) return '';
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' && known.has(error.code) ? error.code : '';
}
