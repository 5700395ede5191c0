import type { DueDeclaration } from '../member/declare-due';
import type { AllPorts } from './all-ports';
import { features, type Feature } from './features';

type KindsOf<F> = F extends { readonly due: infer D } ? keyof D : never;

/** Everything that can fall due in a programme. A kind that no feature declares does not compile where it is looked up. */
export const dueWork: Readonly<Record<KindsOf<Feature>, DueDeclaration<AllPorts>>> = Object.fromEntries(
  features.flatMap((feature): [string, DueDeclaration<AllPorts>][] =>
    'due' in feature ? Object.entries(feature.due) : [],
  ),
) as Record<KindsOf<Feature>, DueDeclaration<AllPorts>>;
