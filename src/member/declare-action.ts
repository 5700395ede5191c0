import type { z } from 'zod';
import type { PersonalPress, Press, PressAnswer } from './press';
import type { RoleName } from './roles';

/** What a press carries: its verb, then ids and a revision, then what the person typed or chose. */
type PressSchema = z.ZodObject<{ verb: z.ZodLiteral<string> }>;
type InProgramme = z.ZodObject<{ verb: z.ZodLiteral<string>; programmeId: z.ZodString }>;

/** A press that a feature offers inside a programme. */
export interface ActionDeclaration<S extends InProgramme = InProgramme> {
  readonly schema: S;
  /** Roles that may press it; the use case still asks whose thing it is. */
  readonly who: readonly RoleName[];
  readonly run: (press: Press, input: z.infer<S>) => Promise<PressAnswer>;
}

/** A press that belongs to no programme: anybody of the tenant may. */
export interface PersonalActionDeclaration<S extends PressSchema = PressSchema> {
  readonly schema: S;
  readonly who: 'anyone';
  readonly run: (press: PersonalPress, input: z.infer<S>) => Promise<PressAnswer>;
}

/** Declares a press inside a programme: what it carries, who may, and the use case. */
export function declareAction<S extends InProgramme>(
  schema: S,
  who: readonly RoleName[],
  run: ActionDeclaration<S>['run'],
): ActionDeclaration<S> {
  return { schema, who, run };
}

/** Declares a press that belongs to no programme. */
export function declarePersonalAction<S extends PressSchema>(
  schema: S,
  run: PersonalActionDeclaration<S>['run'],
): PersonalActionDeclaration<S> {
  return { schema, who: 'anyone', run };
}
