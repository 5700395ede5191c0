import { z } from 'zod';

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
  'already-applied',
  'leaving-unconfirmed',
  'already-published',
  'already-linked',
  'link-fixed',
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
export const problemSchema = z
  .object({
    code: z.enum(problemCodes).describe('Stable code of the refusal.'),
    message: z.string().describe('What was not done, what is safe and what to do, in the language asked for.'),
    correlationId: z.string().describe('To be quoted to the operator; the same id is in the log.'),
    fields: z
      .array(z.object({ path: z.string(), message: z.string() }).strict())
      .optional()
      .describe('Which fields of the request were refused.'),
    currentVersion: z.string().optional().describe('With version-stale: the version that is stored now.'),
  })
  .strict();
export type Problem = z.infer<typeof problemSchema>;
