import type { Command } from 'commander';
import { z } from 'zod';
import { pairingPolicySchema } from '../../src/domain/pairing-contract';
import { peopleMapSchema, peopleRowSchema } from '../../src/people-file/participant-contract';
import { programmePlanSchema } from '../../src/domain/programme-contract';
import { answerRowSchema } from '../../src/insight/answers-contract';
import { CommandExit } from './command-exit';
import { printJson } from './command-files';
import type { CommandIo } from './command-io';
import { rehearsalSchema } from './rehearse/rehearsal-contract';

/** The files people write, and what `rehearse` prints. */
const schemas: Readonly<Record<string, { readonly schema: z.ZodType; readonly io: 'input' | 'output' }>> = {
  people: { schema: peopleRowSchema, io: 'input' },
  map: { schema: peopleMapSchema, io: 'input' },
  policy: { schema: pairingPolicySchema, io: 'input' },
  programme: { schema: programmePlanSchema, io: 'input' },
  answers: { schema: answerRowSchema, io: 'input' },
  rehearsal: { schema: rehearsalSchema, io: 'output' },
};

/** `schema NAME`: the JSON Schema of a file, made from the schema that checks it. */
export function registerSchema(program: Command, io: CommandIo): void {
  const names = Object.keys(schemas).join(', ');
  program
    .command('schema')
    .description('print the JSON Schema of a file, with a description of every field')
    .argument('<name>', `one of: ${names}`)
    .option('--json', 'print one JSON document (always so)')
    .action((name: string) => {
      const found = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
      if (found === undefined) throw new CommandExit(2, `Unknown schema “${name}”; there are: ${names}.`);
      printJson(io, z.toJSONSchema(found.schema, { io: found.io, target: 'draft-2020-12' }));
    });
}
