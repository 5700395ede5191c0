import { z } from 'zod';
import { participantStates, reaches, roles } from '../domain/participant';

export const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(roles),
    state: z.enum(participantStates),
    linked: z.boolean(),
    linkedBy: z.enum(['team-roster', 'directory', 'by-hand']).optional(),
    reach: z.enum(reaches),
    remedy: z.string().optional().describe('What makes this person reachable, in the language asked for.'),
  })
  .strict();
export type PersonDto = z.infer<typeof personSchema>;

/** GET /programmes/{id}/people */
export const peopleListSchema = z.object({ people: z.array(personSchema), next: z.string().optional() }).strict();
export type PeopleList = z.infer<typeof peopleListSchema>;

/** POST /programmes/{id}/people/{personId}/link */
export const linkRequestSchema = z
  .object({ directoryId: z.uuid().describe('Object id of the person in the directory.') })
  .strict();

/** GET /programmes/{id}/people/{personId}/departure */
export const departurePreviewSchema = z
  .object({ pairs: z.number().int().describe('Running pairs of the person, which would end.') })
  .strict();
