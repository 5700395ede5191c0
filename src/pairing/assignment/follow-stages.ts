import type { SolveHooks } from './assignment';

/**
 * Hooks for one solution after the other where nobody knows how many there will be: each brings the share that is done nearer
 * to the whole, and never back.
 */
export function followStages({ progress, cancelled }: SolveHooks): () => SolveHooks {
  let stages = 0;
  return () => {
    const from = stages / (stages + 6);
    const to = ++stages / (stages + 6);
    return {
      ...(progress === undefined ? {} : { progress: (share) => progress(from + (to - from) * share) }),
      ...(cancelled === undefined ? {} : { cancelled }),
    };
  };
}
