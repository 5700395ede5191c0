/** Expected failures are values: `{ ok: false, reason }` is answered by an exhaustive switch, never thrown. */
export type Result<T, R extends string = string> = Ok<T> | Refused<R>;
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}
export interface Refused<R extends string = string> {
  readonly ok: false;
  readonly reason: R;
}

/** Wraps a value as a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** An expected failure with its reason code; the words are chosen at the edge that shows them. */
export function refused<R extends string>(reason: R): Refused<R> {
  return { ok: false, reason };
}

/** Throws for a case the compiler has proved impossible; used as the default of exhaustive switches. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
