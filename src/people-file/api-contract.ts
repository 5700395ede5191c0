import { z } from 'zod';
import { peopleFields, peopleMapSchema } from './participant-contract';
import { byLanguage } from '../language/languages';

/** People listed by name of those who would leave. */
export const mostLeavingListed = 100;

const bilingual = z.object(byLanguage(() => z.string())).strict();

/** POST /programmes/{id}/people/check: the file as it is, in base64; at most 5 MB before encoding. */
export const peopleCheckRequestSchema = z
  .object({
    fileName: z.string().min(1).max(200).describe('Name of the file; its ending tells CSV from XLSX.'),
    contentBase64: z.base64().max(7_000_000),
    map: peopleMapSchema.optional(),
    leaveOut: z
      .array(z.enum(peopleFields))
      .max(peopleFields.length)
      .optional()
      .describe('Fields not to be looked for, although a column has their usual name.'),
    complete: z.boolean().optional().describe('The file lists everybody: who is not in it has left.'),
  })
  .strict();
export type PeopleCheckRequest = z.infer<typeof peopleCheckRequestSchema>;

const fieldColumnsSchema = z
  .object({
    field: z.enum(peopleFields),
    columns: z
      .array(z.string())
      .describe('Headers it is read from, joined in this order; none where it is not in the file.'),
    constant: z.string().optional().describe('What the map gives for every row, in place of a column.'),
    values: z
      .array(
        z
          .object({
            value: z.string(),
            meaning: z.string().optional().describe('What it is read as; absent where it is not understood.'),
          })
          .strict(),
      )
      .max(30)
      .optional()
      .describe('Of a field with a closed set of values: those of the file, the ones not understood first.'),
    valuesMore: z.number().int().optional().describe('Values beyond the 30 listed.'),
  })
  .strict();

/** How the columns of a file were read, for a person who may choose them otherwise. */
export const fileColumnsSchema = z
  .object({
    headers: z.array(z.string()).max(60).describe('Columns that can be chosen; those of origins never can.'),
    headersMore: z.number().int().describe('Columns beyond the 60 listed.'),
    fields: z.array(fieldColumnsSchema),
    superiors: z
      .array(z.string())
      .describe('Headers of the columns of people above somebody, besides the direct manager.'),
    missing: z.array(z.enum(['person-id', 'name', 'role'])).describe('What nobody can be taken without.'),
  })
  .strict();
export type FileColumns = z.infer<typeof fileColumnsSchema>;
export type FieldColumns = z.infer<typeof fieldColumnsSchema>;

const leavingSchema = z
  .object({
    count: z.number().int(),
    people: z.array(z.object({ id: z.string(), name: z.string() }).strict()).max(mostLeavingListed),
    asksAgain: z
      .boolean()
      .describe('They are more than a fifth of the programme: the confirmation has to give their number.'),
  })
  .strict();

/** POST /programmes/{id}/people/imports/{importId}/confirm */
export const importConfirmSchema = z
  .object({ leaving: z.number().int().min(0).optional().describe('How many people leave, said once more.') })
  .strict();

/** Findings about a file that are listed, and rows of one of them. */
export const mostFindings = 200;
export const mostExamples = 50;

/** One thing to tell of a file, however many rows it holds for. */
export const findingSchema = z
  .object({
    kind: z.enum(['refused', 'noticed']).describe('Whether the rows are not taken, or taken with this to be known.'),
    protects: z
      .literal(true)
      .optional()
      .describe('A rule that keeps people apart may be lost by it. Such findings come first.'),
    row: z
      .number()
      .int()
      .describe('The first of the rows; where it is about a column or the file, that of the headers.'),
    column: z.string(),
    reason: z.string().describe('A stable code.'),
    message: bilingual,
    count: z.number().int().describe('Rows it holds for; 0 where it is about a column or the file.'),
    examples: z
      .array(
        z
          .object({
            row: z.number().int(),
            id: z.string().optional(),
            name: z.string().optional(),
            value: z.string().optional().describe('What stands in the cell, where that is the reason.'),
            message: bilingual.optional().describe('Where more is to be said of this row than of all of them.'),
          })
          .strict(),
      )
      .max(mostExamples)
      .describe('The first of the rows, with who they are about as far as the file says.'),
    fix: z
      .object({
        field: z.enum(peopleFields),
        column: z.string().describe('Header of the column that would do.'),
        matches: z.number().int().describe('Rows that then have what the field asks for.'),
        of: z.number().int().describe('Rows of the file.'),
        beside: z
          .array(z.string())
          .max(9)
          .optional()
          .describe('Other headers of the same list: those that are read for the field already, or would do too.'),
      })
      .strict()
      .optional()
      .describe('A column that would settle it, for the map to name.'),
  })
  .strict();
export type Finding = z.infer<typeof findingSchema>;

/** What the file holds and what a confirmation would change. Nothing is kept before it. */
export const peopleCheckSchema = z
  .object({
    importId: z.string().optional().describe('To confirm with; absent where no row can be taken.'),
    rows: z.number().int(),
    accepted: z.number().int(),
    findings: z
      .array(findingSchema)
      .max(mostFindings)
      .describe(
        'What is to be told: what protects people first, then what is refused, then what is assumed or not read.',
      ),
    findingsMore: z.number().int().describe('Findings beyond the 200 listed.'),
    columns: fileColumnsSchema,
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    missing: z
      .number()
      .int()
      .describe('People of the programme whom the file does not name; they stay as they are, unless it is complete.'),
    returning: z
      .number()
      .int()
      .describe('People whom an earlier complete file did not name, and who are in this one: they come back.'),
    nameless: z.number().int().describe('Rows that do not say who they are about: with one, no file is complete.'),
    leaving: leavingSchema
      .optional()
      .describe('Of a complete file: who would take no part any more. Absent where a row is nameless.'),
  })
  .strict();
export type PeopleCheck = z.infer<typeof peopleCheckSchema>;
