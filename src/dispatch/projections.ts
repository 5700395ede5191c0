import type { ProjectionType } from '../domain/projection';
import type { ProjectionDeclarations, ProjectionStep } from '../member/declare-projection';
import { features, type Feature } from './features';

type TypesOf<F> = F extends { readonly projections: infer P } ? keyof P : never;

/**
 * Everything that is done with facts of this type, in the order of the features. Facts with which nobody does anything do not compile
 * where they are applied.
 */
export function stepsFor<T extends ProjectionType & TypesOf<Feature>>(type: T): readonly ProjectionStep<T>[] {
  return features.flatMap((feature) => {
    const declared: ProjectionDeclarations = 'projections' in feature ? feature.projections : {};
    const step = declared[type];
    return step === undefined ? [] : [step];
  });
}
