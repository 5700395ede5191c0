import type { Programme } from '../domain/programme';

export type ReadinessItem =
  | { readonly missing: 'objective' | 'sponsor' | 'channel' | 'surveys'; readonly who: 'administrator' }
  | { readonly missing: 'measure' | 'baseline' | 'target'; readonly who: 'administrator'; readonly objective: number }
  | { readonly missing: 'channel-link'; readonly who: 'administrator' }
  | { readonly missing: 'pledge'; readonly who: 'sponsor' };

/** What is still missing before enrolment can open, and who can give it; empty when ready. `objective` counts from 1. */
export function readiness(programme: Programme): readonly ReadinessItem[] {
  const { plan } = programme;
  const items: ReadinessItem[] = [];
  if (plan.objectives.length === 0) items.push({ missing: 'objective', who: 'administrator' });
  plan.objectives.forEach((objective, index) => {
    const number = index + 1;
    if (objective.measure === undefined) items.push({ missing: 'measure', who: 'administrator', objective: number });
    if (objective.baseline === undefined) items.push({ missing: 'baseline', who: 'administrator', objective: number });
    if (objective.target === undefined) items.push({ missing: 'target', who: 'administrator', objective: number });
  });
  if (plan.sponsor === undefined) items.push({ missing: 'sponsor', who: 'administrator' });
  else if (programme.pledge === undefined) items.push({ missing: 'pledge', who: 'sponsor' });
  if (plan.channel === undefined) items.push({ missing: 'channel', who: 'administrator' });
  else if (programme.channel === undefined) items.push({ missing: 'channel-link', who: 'administrator' });
  if (plan.surveys === undefined) items.push({ missing: 'surveys', who: 'administrator' });
  return items;
}
