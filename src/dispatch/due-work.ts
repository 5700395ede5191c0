import type { DueDeclaration } from '../member/declare-due';
import { everydayPorts, type AllPorts } from './all-ports';
import { features, reachesAnswers, type EverydayFeature, type Feature } from './features';

type KindsOf<F> = F extends { readonly due: infer D } ? keyof D : never;

/**
 * Everything that can fall due in a programme. A kind that no feature declares does not compile where it is looked up, nor does a step
 * outside surveys that asks for their answers.
 */
export const dueWork: Readonly<Record<KindsOf<Feature>, DueDeclaration<AllPorts>>> = Object.fromEntries(
  features.flatMap((feature): [string, DueDeclaration<AllPorts>][] =>
    reachesAnswers(feature) ? Object.entries(feature.due) : Object.entries(everydayDue(feature)),
  ),
) as Record<KindsOf<Feature>, DueDeclaration<AllPorts>>;

function everydayDue(feature: EverydayFeature): Readonly<Record<string, DueDeclaration<AllPorts>>> {
  const declared: Readonly<Record<string, DueDeclaration>> = 'due' in feature ? feature.due : {};
  return Object.fromEntries(
    Object.entries(declared).map(([kind, { step, whenClosed }]) => [
      kind,
      { whenClosed, step: (ports, ...about) => step(everydayPorts(ports), ...about) },
    ]),
  );
}
