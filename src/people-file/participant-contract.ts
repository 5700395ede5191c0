import { z } from 'zod';

const list = 'Several values are separated by a semicolon.';

/** A whole number as a cell holds it, `3` or a spreadsheet's `3.0`, or a mark for none. */
const wholeNumber = (digits: string): z.ZodString =>
  z.string().regex(new RegExp(`^\\s*(?:-|[Nn]/[Aa]|(?:${digits})(?:[.,]0+)?)?\\s*$`, 'u'));

/** The columns of a people file under their default names; a map gives a file's own names to them. */
export const peopleRowSchema = z
  .strictObject({
    id: z
      .string()
      .max(100)
      .optional()
      .describe('Identifier of the person, the same in every file; the email where absent.'),
    name: z.string().min(1).max(200).describe('Full name as people know it.'),
    email: z.string().max(254).optional().describe('Work address; needed where there is no id.'),
    role: z
      .string()
      .min(1)
      .max(200)
      .describe(
        'mentor (the junior, who teaches), mentee (the senior, who learns) or both: one pair, or `capacity` pairs, in each role.',
      ),
    languages: z
      .string()
      .optional()
      .describe(
        `Working languages, the most comfortable first, as codes or words: fr;en. ${list} Where absent, a language in common is unknown. Under another header, without a map, the order says nothing and levels do: French (C2);English (B2). The language of an account (preferredLanguage) is no working language unless a map says so.`,
      ),
    timeZone: z
      .string()
      .optional()
      .describe(
        'IANA time zone, Europe/Paris, or its Windows name. Where absent, that of the site or country that has one; else hours in common are unknown.',
      ),
    country: z.string().optional().describe('ISO 3166 code, FR, or the name of the country in French or English.'),
    site: z.string().max(200).optional().describe('Place of work.'),
    function: z.string().max(200).optional().describe('Function or trade, e.g. Finance.'),
    department: z.string().max(200).optional().describe('Department or business unit.'),
    team: z.string().max(200).optional().describe('Team within the department.'),
    level: wholeNumber('10|0*[1-9]')
      .optional()
      .describe('Level in the hierarchy, from 1 (most junior) to 10 (top executive).'),
    managerId: z.string().optional().describe('Id or email of the direct manager, who need not take part.'),
    expertise: z
      .string()
      .optional()
      .describe(
        `What the person can share, topic:level with 1 (practises) to 4 (teaches others); level 2 where absent. ${list}`,
      ),
    goals: z
      .string()
      .optional()
      .describe(
        `What the person wants to explore, topic:priority with 1 (nice to have) to 3 (most wanted); priority 2 where absent. ${list}`,
      ),
    availability: z
      .string()
      .optional()
      .describe(
        `Weekly windows in local time: mon 09:00-12:00;tue 14:00-17:00. ${list} Where absent, hours in common are unknown, and sessions are proposed on the working days of the country, 09:00-12:00 and 14:00-17:00.`,
      ),
    capacity: wholeNumber('0*(?:1?[0-9]|20)')
      .optional()
      .describe('Pairs the person can be in at once, in each role, from 0 to 20. Default: 1.'),
    exclude: z.string().optional().describe(`Ids of people not to be paired with. ${list}`),
    appraisedBy: z
      .string()
      .optional()
      .describe(`Ids or emails of the people on the person's appraisal panel, who are never paired with them. ${list}`),
    guest: z
      .string()
      .optional()
      .describe(
        'yes for a guest from outside the company, or what a directory says of the account: Guest, Member, External. Default: no.',
      ),
    status: z
      .string()
      .optional()
      .describe(
        'Whether the person is there: here, gone, leave or not-yet, or the words of the system (Terminated, Sorti). Who is gone, on leave or has not come yet is left out; a map may say otherwise with values.',
      ),
    endDate: z.string().optional().describe('Last day of the person in the company; whoever has left is left out.'),
    startDate: z
      .string()
      .optional()
      .describe('First day of the person in the company; whoever is to come is left out.'),
    accountEnabled: z
      .string()
      .optional()
      .describe('Whether the account is enabled: yes or no, or the number of userAccountControl.'),
    accountBlocked: z.string().optional().describe('Whether the account is blocked or suspended: yes or no.'),
    partner: z
      .string()
      .max(200)
      .optional()
      .describe(
        'The partner, such as a university, that a mentor from outside comes from; such a person is a guest too.',
      ),
    teachingStyle: z
      .string()
      .optional()
      .describe(
        `How a mentor likes to share: by-doing, by-talking, by-examples, step-by-step, or these in French. ${list} Default: open to all.`,
      ),
    learningStyle: z
      .string()
      .optional()
      .describe(`How a mentee likes to learn, in the same words. ${list} Default: open to all.`),
    pedagogy: z
      .string()
      .optional()
      .describe('Ease in sharing knowledge as the mentor states it, from 1 to 4. Default: 2 where others state it.'),
    openness: z
      .string()
      .optional()
      .describe('Openness to new topics as the mentee states it, from 1 to 4. Default: 2 where others state it.'),
    ageBand: z
      .string()
      .max(40)
      .optional()
      .describe('Age band; read only where consentDiversity is yes. No part of any score.'),
    gender: z
      .string()
      .max(40)
      .optional()
      .describe('Gender; read only where consentDiversity is yes. No part of any score.'),
    consentDiversity: z
      .string()
      .optional()
      .describe('yes where the person agreed that age band and gender serve the mix of the programme. Default: no.'),
  })
  .describe('One row of a people file (CSV or XLSX). A column of origins is never read.');

export type PeopleField = keyof z.infer<typeof peopleRowSchema>;
export const peopleFields = Object.keys(peopleRowSchema.shape) as readonly PeopleField[];

/** Fields of several people: several columns of one of them are one list. */
export const listFields: ReadonlySet<PeopleField> = new Set(['exclude', 'appraisedBy']);
/** Fields that name people from whom somebody is kept apart. */
export const apartFields: ReadonlySet<PeopleField> = new Set(['managerId', ...listFields]);

const columnSchema = z.union([
  z.string().min(1).max(200).describe('Header of the column.'),
  z
    .strictObject({
      column: z.string().min(1).max(200).describe('Header of the column.'),
      values: z
        .record(z.string().max(200), z.string().max(200))
        .optional()
        .describe('The file\'s own values and what they stand for: { "1": "mentor" }.'),
    })
    .describe('A column with its own values.'),
  z
    .strictObject({
      columns: z
        .array(z.string().min(1).max(200))
        .min(2)
        .max(10)
        .describe('Headers, in the order in which their texts are joined.'),
    })
    .describe(
      'Several columns read as one text, first name and last name; of exclude and appraisedBy as one list, N+2 and HRBP.',
    ),
  z
    .strictObject({ constant: z.string().max(200).describe('What holds for every row.') })
    .describe(
      'The same for everybody, from no column: { "constant": "mentor" }. Empty where the field is not to be read.',
    ),
]);

/** Columns of people above somebody, or that there are none. */
const superiorsSchema = z.union([
  z.string().min(1).max(200).describe('Header of the column.'),
  z
    .strictObject({ columns: z.array(z.string().min(1).max(200)).min(1).max(10).describe('Headers, each read alone.') })
    .describe('Several columns.'),
  z.strictObject({ constant: z.literal('') }).describe('No column: { "constant": "" }.'),
]);

/** Which column of the file holds what; a field left out is looked for by the words of the headers and by what the cells hold. */
export const peopleMapSchema = z
  .strictObject({
    ...(Object.fromEntries(
      peopleFields.map((field) => [
        field,
        columnSchema.optional().describe(`Column of: ${peopleRowSchema.shape[field].description ?? field}`),
      ]),
    ) as Record<PeopleField, z.ZodOptional<typeof columnSchema>>),
    superiors: superiorsSchema
      .optional()
      .describe(
        'Columns that name people above somebody besides the direct manager, the second line: nobody is paired with them. Where absent they are looked for by their headers and cells (N+2, Skip-level manager, a head of department); only the columns named here, or none, where it is there, and what is then left aside is told as a protecting rule that is off.',
      ),
    key: z
      .array(z.string().min(1).max(200))
      .min(1)
      .max(5)
      .optional()
      .describe(
        'Headers of the column by which several files are joined, one for all or one a file: ["Matricule"]. Without it their identifiers, else their addresses.',
      ),
    leaveOut: z
      .record(z.string().min(1).max(200), z.array(z.string().max(200)).max(100))
      .optional()
      .describe('Values that leave a row out, by the header of their column: { "Contract": ["Intern"] }.'),
  })
  .describe(
    'Maps the columns of a people file: { "name": "Nom complet", "role": { "column": "Job Level", "values": { "1": "mentor" } } }.',
  );

export type PeopleMap = z.infer<typeof peopleMapSchema>;
export type MappedColumn = z.infer<typeof columnSchema>;
