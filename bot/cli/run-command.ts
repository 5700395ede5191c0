import { Command, CommanderError } from 'commander';
import { CommandExit } from './command-exit';
import type { CommandIo } from './command-io';
import { registerDoctor } from './doctor';
import { registerPair } from './pair-people';
import { registerPeopleCheck } from './people-check';
import { registerPeopleImport } from './people-import';
import { registerSchema } from './print-schema';
import { registerProgrammeLoad } from './programme-load';
import { registerRehearse } from './rehearse/register-rehearse';
import { registerSolve } from './solve-matrix';

/** Adds one command, or one group's command, to the program. */
export type RegisterCommand = (program: Command, io: CommandIo) => void;

const commands: readonly RegisterCommand[] = [
  registerPeopleCheck,
  registerPeopleImport,
  registerProgrammeLoad,
  registerPair,
  registerSolve,
  registerRehearse,
  registerSchema,
  registerDoctor,
];

/**
 * Runs a command line (without node and script) and answers its exit code: 0 done, 1 refused with reasons, 2 wrong
 * usage. An unexpected failure is thrown.
 */
export async function runCommand(words: readonly string[], io: CommandIo): Promise<number> {
  const program = new Command('passerelle')
    .description('Reverse mentoring: files, pairs and rehearsals, for HR analysts and operators')
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .showHelpAfterError('(--help shows what the command takes)');
  for (const register of commands) register(program, io);
  try {
    await program.parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommandExit) {
      io.err(`${error.message.trimEnd()}\n`);
      return error.exitCode;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}
