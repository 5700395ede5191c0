import { z } from 'zod';
import { programmeIdField, shortField } from '../member/press-fields';

const statedLevel = z.enum(['', '1', '2', '3', '4']).optional();

export const acceptInvitationPress = z.object({ verb: z.literal('invitation/accept'), programmeId: programmeIdField });
export const declineInvitationPress = z.object({
  verb: z.literal('invitation/not-now'),
  programmeId: programmeIdField,
});
export const leaveProgrammePress = z.object({ verb: z.literal('programme/leave'), programmeId: programmeIdField });
export const confirmLeavingPress = z.object({
  verb: z.literal('programme/leave-confirm'),
  programmeId: programmeIdField,
});

export const saveProfilePress = z.object({
  verb: z.literal('profile/save'),
  programmeId: programmeIdField,
  languages: z.string().max(200),
  expertise: shortField.default(''),
  goals: shortField.default(''),
  teachingStyle: z
    .string()
    .max(100)
    .optional()
    .describe('Ways of teaching, separated by commas; left as it is where absent.'),
  learningStyle: z
    .string()
    .max(100)
    .optional()
    .describe('Ways of learning, separated by commas; left as it is where absent.'),
  pedagogy: statedLevel.describe('Ease in sharing knowledge; left as it is where absent or empty.'),
  openness: statedLevel.describe('Openness to new subjects; left as it is where absent or empty.'),
  availability: shortField
    .optional()
    .describe('Weekly hours in the person’s own time; left as they are where absent or empty.'),
  capacity: z.string().max(2).optional().describe('Pairs at once; left as it is where absent or empty.'),
});
