import * as z from 'zod/mini';
import { idField, programmeIdField, shortField } from '../member/press-fields';

const statedLevel = z.optional(z.enum(['', '1', '2', '3', '4']));

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

export const confirmLinkPress = z.object({
  verb: z.literal('link/yes'),
  programmeId: programmeIdField,
  participantId: idField,
});
export const denyLinkPress = z.object({
  verb: z.literal('link/no'),
  programmeId: programmeIdField,
  participantId: idField,
});

export const saveProfilePress = z.object({
  verb: z.literal('profile/save'),
  programmeId: programmeIdField,
  languages: z.string().check(z.maxLength(200)),
  expertise: z._default(shortField, ''),
  goals: z._default(shortField, ''),
  teachingStyle: z
    .optional(z.string().check(z.maxLength(100)))
    .check(z.describe('Ways of teaching, separated by commas; left as it is where absent.')),
  learningStyle: z
    .optional(z.string().check(z.maxLength(100)))
    .check(z.describe('Ways of learning, separated by commas; left as it is where absent.')),
  pedagogy: statedLevel.check(z.describe('Ease in sharing knowledge; left as it is where absent or empty.')),
  openness: statedLevel.check(z.describe('Openness to new topics; left as it is where absent or empty.')),
  timeZone: z
    .optional(z.string().check(z.maxLength(60)))
    .check(z.describe('One of the zones of the person’s country; left as it is where absent or empty.')),
  availability: z
    .optional(shortField)
    .check(z.describe('Weekly hours in the person’s own time; left as they are where absent or empty.')),
  capacity: z
    .optional(z.string().check(z.maxLength(2)))
    .check(z.describe('Pairs at once; left as it is where absent or empty.')),
});
