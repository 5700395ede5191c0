import * as z from 'zod/mini';
import { idField, programmeIdField, revisionField } from '../member/press-fields';

export const acceptProposalPress = z.object({
  verb: z.literal('proposal/accept'),
  programmeId: programmeIdField,
  proposalId: idField,
  revision: revisionField,
});

export const declineProposalPress = z.object({
  verb: z.literal('proposal/decline'),
  programmeId: programmeIdField,
  proposalId: idField,
  revision: revisionField,
});
