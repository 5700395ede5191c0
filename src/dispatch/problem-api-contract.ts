import * as z from 'zod/mini';

/** Codes the API refuses with; the words that go with them are chosen in the reader's language. */
export const problemCodes = [
  'not-signed-in',
  'token-refused',
  'token-not-for-this',
  'token-too-old',
  'not-found',
  'invalid-body',
  'invalid-query',
  'body-too-large',
  'encoding-refused',
  'wrong-content-type',
  'version-missing',
  'version-stale',
  'already-open',
  'plan-frozen',
  'last-administrator',
  'leaves-yourself',
  'closed',
  'not-ready',
  'draft-not-ready',
  'not-free',
  'already-formed',
  'not-open',
  'nobody-enrolled',
  'aim-not-enabled',
  'no-sponsor',
  'not-reachable',
  'already-given',
  'already-asked',
  'poll-refused',
  'already-applied',
  'leaving-unconfirmed',
  'already-published',
  'managers-unknown',
  'already-linked',
  'link-fixed',
  'linked-already',
  'administrators-account',
  'second-needed',
  'too-early',
  'later-typed',
  'report-too-long',
  'file-unreadable',
  'not-retryable',
  'not-cancellable',
  'too-busy',
  'too-many-requests',
  'storage-unavailable',
  'data-unreadable',
  'sign-in-unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Every refusal of the API has this shape. */
export const problemSchema = z.strictObject({
  code: z.enum(problemCodes).check(z.describe('Stable code of the refusal.')),
  message: z.string().check(z.describe('What was not done, what is safe and what to do, in the language asked for.')),
  correlationId: z.string().check(z.describe('To be quoted to the operator; the same id is in the log.')),
  fields: z
    .optional(z.array(z.strictObject({ path: z.string(), message: z.string() })))
    .check(z.describe('Which fields of the request were refused.')),
  currentVersion: z.optional(z.string()).check(z.describe('With version-stale: the version that is stored now.')),
});
export type Problem = z.infer<typeof problemSchema>;
