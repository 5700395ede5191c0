import type { z } from 'zod';
import type { Problem, ProblemCode } from '../../src/dispatch/problem-api-contract';
import type { RouteName } from '../../src/dispatch/routes';
import type { ProgrammeRoles } from '../../src/member/roles';
import type { Language } from '../../src/language/languages';
import type { Actor, UseCaseContext } from '../../src/domain/ports';

/** A request that passed the token check, the policy and its schemas. */
export interface Call<Body, Query> {
  readonly actor: Actor;
  /** In the programme of the path; nothing where the path names none. */
  readonly roles: ProgrammeRoles;
  /** Parameters of the path by the names in `routes`. */
  readonly params: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly query: Query;
  readonly language: Language;
  readonly context: UseCaseContext;
  readonly ifMatch?: string;
  readonly ifNoneMatch?: string;
}

/** What a reader takes away. */
export interface AnsweredFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly content: string | Uint8Array;
}

/** What a route answers: a JSON body, a file, or a refusal by its code. */
export type Answer =
  | { readonly status: 200 | 201 | 202; readonly body: unknown; readonly etag?: string }
  | { readonly status: 304; readonly etag: string }
  | { readonly status: 200; readonly file: AnsweredFile }
  | {
      readonly problem: ProblemCode;
      /** In the reader's language; the words of the problem where absent. */
      readonly message?: string;
      readonly currentVersion?: string;
      readonly fields?: Problem['fields'];
    };

/** One route: its schemas serve the check of the request and the published description alike. */
export interface Endpoint {
  readonly name: RouteName;
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly query?: z.ZodObject;
  /** Schema of the JSON answer; absent where it is a file. */
  readonly answer?: z.core.$ZodType;
  /** Media type of the file, where it is not CSV. */
  readonly fileType?: string;
  /** Bytes a request body may have; the common limit when absent. */
  readonly bodyLimit?: number;
  readonly handle: (call: Call<never, never>) => Promise<Answer>;
}

/** A route whose handler receives its body and query as their schemas give them. */
export function endpoint<Body extends z.ZodType = z.ZodUndefined, Query extends z.ZodObject = z.ZodObject>(route: {
  readonly name: RouteName;
  readonly summary: string;
  readonly body?: Body;
  readonly query?: Query;
  readonly answer?: z.core.$ZodType;
  readonly fileType?: string;
  readonly bodyLimit?: number;
  readonly handle: (call: Call<z.infer<Body>, z.infer<Query>>) => Promise<Answer>;
}): Endpoint {
  return route;
}

/** A JSON answer. */
export function answered(body: unknown, etag?: string): Answer {
  return etag === undefined ? { status: 200, body } : { status: 200, body, etag };
}

/** A refusal, put into words where the answer is written. */
export function refuse(problem: ProblemCode, currentVersion?: string): Answer {
  return currentVersion === undefined ? { problem } : { problem, currentVersion };
}
