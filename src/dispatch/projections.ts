import type { ProjectionType } from '../domain/projection';
import { diversityProjections } from '../diversity/projections';
import { memberProjections } from '../member/projections';
import { pairProjections } from '../pair/projections';
import { programmeProjections } from '../programme/projections';
import type { ProjectionDeclarations, ProjectionStep } from '../member/declare-projection';
import { sessionProjections } from '../session/projections';

/** What features do with facts, in the order in which they do it. One line a feature. */
const declared = [
  memberProjections,
  programmeProjections,
  pairProjections,
  sessionProjections,
  diversityProjections,
] as const;

type TypesOf<D> = D extends unknown ? keyof D : never;
type DeclaredType = TypesOf<(typeof declared)[number]>;

/** Everything that is done with facts of this type. Facts with which nobody does anything do not compile where they are applied. */
export function stepsFor<T extends ProjectionType & DeclaredType>(type: T): readonly ProjectionStep<T>[] {
  return declared.flatMap((declarations: ProjectionDeclarations) => {
    const step = declarations[type];
    return step === undefined ? [] : [step as ProjectionStep<T>];
  });
}
