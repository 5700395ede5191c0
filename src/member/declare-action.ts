import type * as z from 'zod/mini';
import type { Actor, Capability, Ports } from '../domain/ports';
import type { PersonalPress, Press, PressAnswer } from './press';
import type { RoleName } from './roles';

/** What a press carries: its verb, then ids and a revision, then what the person typed or chose. */
type PressSchema = z.ZodMiniObject<{ verb: z.ZodMiniLiteral<string> }>;
type InProgramme = z.ZodMiniObject<{ verb: z.ZodMiniLiteral<string>; programmeId: z.ZodMiniString }>;

/** A press that a feature offers inside a programme. */
export interface ActionDeclaration<S extends InProgramme, P> {
  readonly schema: S;
  /** Roles that may press it; the use case still asks whose thing it is. */
  readonly who: readonly RoleName[];
  readonly run: (press: P, input: z.infer<S>) => Promise<PressAnswer>;
  readonly readAhead?: ReadAhead<z.infer<S>>;
}

/**
 * Begins reads that the use case is likely to make, before the member is known, so that they go at once with the member's. It reads
 * nothing but what the actor is themselves part of: their roles are not known yet.
 */
export type ReadAhead<Input> = (ports: Ports<'programmes' | 'people'>, actor: Actor, input: Input) => Promise<unknown>;

/** A press that belongs to no programme: anybody of the tenant may. */
export interface PersonalActionDeclaration<S extends PressSchema, P> {
  readonly schema: S;
  readonly who: 'anyone';
  readonly run: (press: P, input: z.infer<S>) => Promise<PressAnswer>;
}

/** A press on a card that was sent to an account, whatever its part in the programme: the account's alone. */
export interface AccountActionDeclaration<S extends InProgramme, P> {
  readonly schema: S;
  readonly who: 'account';
  /** Whether the card was sent to whoever presses. To anybody else it is as if it did not exist. */
  readonly isFor: (press: P, input: z.infer<S>) => Promise<boolean>;
  readonly run: (press: P, input: z.infer<S>) => Promise<PressAnswer>;
}

/** Declares a press inside a programme: what it carries, who may, and the use case. */
export function declareAction<S extends InProgramme, P extends Press<never> = Press<Capability>>(
  schema: S,
  who: readonly RoleName[],
  run: ActionDeclaration<S, P>['run'],
  readAhead?: ReadAhead<z.infer<S>>,
): ActionDeclaration<S, P> {
  return { schema, who, run, ...(readAhead === undefined ? {} : { readAhead }) };
}

/** Declares a press that belongs to no programme. */
export function declarePersonalAction<
  S extends PressSchema,
  P extends PersonalPress<never> = PersonalPress<Capability>,
>(schema: S, run: PersonalActionDeclaration<S, P>['run']): PersonalActionDeclaration<S, P> {
  return { schema, who: 'anyone', run };
}

/** Declares a press on a card that was sent to an account. */
export function declareAccountAction<S extends InProgramme, P extends PersonalPress<never> = PersonalPress<Capability>>(
  schema: S,
  isFor: (press: NoInfer<P>, input: z.infer<S>) => Promise<boolean>,
  run: AccountActionDeclaration<S, P>['run'],
): AccountActionDeclaration<S, P> {
  return { schema, who: 'account', isFor, run };
}
