import type { ProjectionDeclarations } from '../member/declare-projection';
import { alignContacts } from './align-contacts';
import { projectEntry } from './project-entry';

declare module '../domain/projection' {
  interface FactsByType {
    'programme-entry': object;
    /** The plan was saved: its contacts may be others. */
    contacts: object;
  }
}

/** The tenant's list of programmes, and the contacts, become what the plan says. */
export const programmeProjections = {
  'programme-entry': projectEntry,
  contacts: (ports, programmeId, _projection, context) => alignContacts(ports, programmeId, context),
} as const satisfies ProjectionDeclarations;
