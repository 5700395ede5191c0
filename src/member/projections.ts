import type { ProjectionDeclarations } from './declare-projection';
import { projectMove } from './follow-move';
import { projectMembership } from './project-membership';

/** What somebody is in a programme is known in their own partition, and what waits for them goes where they are. */
export const memberProjections = {
  membership: projectMembership,
  moved: projectMove,
} as const satisfies ProjectionDeclarations;
