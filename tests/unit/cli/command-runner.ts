import { readFile } from 'node:fs/promises';
import { runCommand } from '../../../bot/cli/run-command';

export interface CommandRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line over files in memory; paths not among them are read from disk. */
export async function run(
  words: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<CommandRun> {
  let out = '';
  let err = '';
  let clock = 0;
  const code = await runCommand(words, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    read: async (path) => {
      const file = files[path];
      if (file === undefined) return readFile(path);
      return typeof file === 'string' ? Buffer.from(file) : file;
    },
    milliseconds: () => (clock += 1.5),
    today: () => '2026-11-23',
  });
  return { code, out, err };
}

export const json = (result: CommandRun): any => JSON.parse(result.out);
