import { CodedError } from '../../src/kernel/coded-error';
import { isUnreadable } from '../../src/kernel/read-all';
import type { Problem, ProblemCode } from '../../src/dispatch/problem-api-contract';
import { problemWords } from '../../src/dispatch/problem-words';
import type { Language } from '../../src/language/languages';

const statusOf: Readonly<Record<ProblemCode, number>> = {
  'not-signed-in': 401,
  'token-refused': 401,
  'token-not-for-this': 403,
  'token-too-old': 401,
  'not-found': 404,
  'invalid-body': 400,
  'invalid-query': 400,
  'body-too-large': 413,
  'encoding-refused': 415,
  'wrong-content-type': 415,
  'version-missing': 428,
  'version-stale': 412,
  'already-open': 409,
  'plan-frozen': 409,
  'last-administrator': 409,
  'leaves-yourself': 409,
  closed: 409,
  'not-ready': 409,
  'draft-not-ready': 409,
  'not-free': 409,
  'already-formed': 409,
  'not-open': 409,
  'nobody-enrolled': 409,
  'aim-not-enabled': 409,
  'no-sponsor': 409,
  'not-reachable': 409,
  'already-given': 409,
  'already-asked': 409,
  'poll-refused': 409,
  'already-applied': 409,
  'leaving-unconfirmed': 409,
  'already-published': 409,
  'managers-unknown': 409,
  'already-linked': 409,
  'link-fixed': 409,
  'linked-already': 409,
  'administrators-account': 409,
  'second-needed': 409,
  'too-early': 409,
  'later-typed': 409,
  'report-too-long': 409,
  'file-unreadable': 400,
  'not-retryable': 409,
  'not-cancellable': 409,
  'too-busy': 503,
  'too-many-requests': 429,
  'storage-unavailable': 503,
  'data-unreadable': 500,
  'sign-in-unavailable': 503,
  internal: 500,
};

/** The HTTP status of a refusal. */
export function statusOfProblem(code: ProblemCode): number {
  return statusOf[code];
}

/** The body of a refusal, in the reader's language. */
export function problemBody(
  code: ProblemCode,
  about: {
    readonly language: Language;
    readonly correlationId: string;
    readonly message?: string;
    readonly fields?: Problem['fields'];
    readonly currentVersion?: string;
  },
): Problem {
  return {
    code,
    message: about.message ?? problemWords(code, about.language),
    correlationId: about.correlationId,
    ...(about.fields === undefined ? {} : { fields: about.fields }),
    ...(about.currentVersion === undefined ? {} : { currentVersion: about.currentVersion }),
  };
}

/** The one place where something thrown becomes a code that may be shown; everything unknown is `internal`. */
export function problemOfError(error: unknown): ProblemCode {
  if (isUnreadable(error)) return 'data-unreadable';
  if (!(error instanceof CodedError)) return 'internal';
  switch (error.code) {
    case 'storage-unavailable':
    case 'storage-clock-wrong':
      return 'storage-unavailable';
    case 'signing-keys-unavailable':
      return 'sign-in-unavailable';
    case 'too-busy':
    case 'report-too-long':
      return error.code;
    default:
      return 'internal';
  }
}
