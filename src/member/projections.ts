import type { ProjectionDeclarations } from './declare-projection';
import { projectMembership } from './project-membership';

/** What somebody is in a programme is known in their own partition. */
export const memberProjections = {
  membership: projectMembership,
} as const satisfies ProjectionDeclarations;
