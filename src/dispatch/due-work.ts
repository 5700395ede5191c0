import type { DueDeclaration } from '../member/declare-due';
import { everydayPorts, figurePorts, surveyPorts, type AllPorts } from './all-ports';
import { features, makesFigures, reachesAnswers, type Feature } from './features';

type KindsOf<F> = F extends { readonly due: infer D } ? keyof D : never;

/**
 * Everything that can fall due in a programme. A kind that no feature declares does not compile where it is looked up, nor does a step
 * outside surveys and figures that asks for answers.
 */
export const dueWork: Readonly<Record<KindsOf<Feature>, DueDeclaration<AllPorts>>> = Object.fromEntries(
  features.flatMap((feature): [string, DueDeclaration<AllPorts>][] =>
    reachesAnswers(feature)
      ? handing(surveyPorts, feature.due)
      : makesFigures(feature)
        ? handing(figurePorts, feature.due)
        : handing(everydayPorts, dueOf(feature)),
  ),
) as Record<KindsOf<Feature>, DueDeclaration<AllPorts>>;

function dueOf(
  feature: Exclude<Feature, { readonly name: 'survey' | 'needs-poll' | 'insight' }>,
): Readonly<Record<string, DueDeclaration>> {
  return 'due' in feature ? feature.due : {};
}

/** Each step is handed its own ports and no more. */
function handing<P>(
  portsOf: (all: AllPorts) => P,
  declared: Readonly<Record<string, DueDeclaration<P>>>,
): [string, DueDeclaration<AllPorts>][] {
  return Object.entries(declared).map(([kind, { step, whenClosed }]) => [
    kind,
    { whenClosed, step: (all, ...about) => step(portsOf(all), ...about) },
  ]);
}
