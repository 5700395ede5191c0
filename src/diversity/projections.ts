import type { ProjectionDeclarations } from '../member/declare-projection';
import { alignDiversity } from './align-diversity';

declare module '../domain/projection' {
  interface FactsByType {
    /** The plan asks for less, or the programme is over. */
    diversity: object;
  }
}

/** What people said for the mix becomes what the plan still asks for. */
export const diversityProjections = {
  diversity: (ports, programmeId, _projection, context) => alignDiversity(ports, programmeId, context),
} as const satisfies ProjectionDeclarations;
