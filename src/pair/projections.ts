import type { ProjectionDeclarations } from '../member/declare-projection';
import { projectFormerPair } from './project-former-pair';

declare module '../domain/projection' {
  interface FactsByType {
    /** A pair is over, by its months or before. */
    'pair-over': { readonly pairId: string };
  }
}

/** The two people of a pair that is over are known as a former pair to every programme. */
export const pairProjections = {
  'pair-over': (ports, programmeId, { pairId }) => projectFormerPair(ports, programmeId, pairId),
} as const satisfies ProjectionDeclarations;
