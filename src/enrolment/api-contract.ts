import { z } from 'zod';
import { languages } from '../language/languages';
import { reaches, roles } from '../domain/participant';

export const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(roles),
    email: z.string().optional(),
    department: z.string().optional(),
    site: z.string().optional(),
    level: z.number().int().optional().describe('1 (most junior) to 10 (top executive).'),
    timeZone: z.string().describe('IANA time zone of the person.'),
    language: z.enum(languages).optional().describe('The first of the person’s languages that the product speaks.'),
    pairs: z.number().int().describe('Running pairs the person is in.'),
    state: z
      .enum(['imported', 'not-enrolled', 'enrolled', 'withdrawn'])
      .describe('not-enrolled: invited, and no yes; a no and silence read alike.'),
    linked: z.boolean(),
    linkedBy: z.enum(['team-roster', 'directory', 'by-hand']).optional(),
    linkAsked: z
      .object({
        directoryId: z.string().describe('The account that somebody asked to link.'),
        byYou: z.boolean().describe('Whether the caller asked; then somebody else confirms.'),
        saidYesAs: z
          .string()
          .optional()
          .describe(
            'The account has said yes under this name, which is not the one of the file: an administrator confirms.',
          ),
      })
      .strict()
      .optional()
      .describe(
        'A link by hand that waits for a second administrator, or for the account itself where it has the person’s name.',
      ),
    linkDenied: z
      .object({ directoryId: z.string() })
      .strict()
      .optional()
      .describe('The account that was asked to be linked last, and answered that it is not this person’s.'),
    reach: z.enum(reaches),
    remedy: z.string().optional().describe('What makes this person reachable, in the language asked for.'),
  })
  .strict();
export type PersonDto = z.infer<typeof personSchema>;

/** GET /programmes/{id}/people */
export const peopleListSchema = z.object({ people: z.array(personSchema), next: z.string().optional() }).strict();
export type PeopleList = z.infer<typeof peopleListSchema>;

/** POST /programmes/{id}/people/{personId}/link, and …/link/confirm with the account that was read */
export const linkRequestSchema = z
  .object({ directoryId: z.uuid().describe('Object id of the person in the directory.') })
  .strict();

/** GET /programmes/{id}/people/{personId}/departure */
export const departurePreviewSchema = z
  .object({ pairs: z.number().int().describe('Running pairs of the person, which would end.') })
  .strict();
