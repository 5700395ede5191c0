import { Command, CommanderError } from 'commander';
import { CommandExit } from './command-exit';
import type { CommandIo } from './command-io';
/** Adds one command, or one group's command, to the program. */
export type RegisterCommand = (program: Command, io: CommandIo) => void;

/**
 * The commands by the first word of a line, as the help lists them. Loaded when they are asked for: what talks to Azure or rehearses takes longer to load
 * than a file of people to read.
 */
const commands: Readonly<Record<string, () => Promise<readonly RegisterCommand[]>>> = {
  people: async () => [
    (await import('./people-check.js')).registerPeopleCheck,
    (await import('./people-import.js')).registerPeopleImport,
  ],
  programme: async () => [(await import('./programme-load.js')).registerProgrammeLoad],
  messages: async () => [(await import('./list-messages-of.js')).registerMessages],
  pair: async () => [(await import('./pair-people.js')).registerPair],
  solve: async () => [(await import('./solve-matrix.js')).registerSolve],
  measure: async () => [(await import('./measure-answers.js')).registerMeasure],
  rehearse: async () => [(await import('./rehearse/register-rehearse.js')).registerRehearse],
  schema: async () => [(await import('./print-schema.js')).registerSchema],
  doctor: async () => [(await import('./doctor.js')).registerDoctor],
};

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
  const asked = commands[words[0] ?? ''];
  for (const load of asked === undefined ? Object.values(commands) : [asked])
    for (const register of await load()) register(program, io);
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
