import { z } from 'zod';
import { translate } from '../../src/i18n/translate';
import type { Language } from '../../src/programme/contract';
import { CommandExit } from './command-exit';
import type { CommandIo } from './command-io';

/** The bytes of a file; exit 2 where there is none to read. */
export async function readBytes(io: CommandIo, path: string): Promise<Uint8Array> {
  try {
    return await io.read(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new CommandExit(2, `Cannot read ${path}: ${unreadable.get(code ?? '') ?? code ?? 'unknown error'}.`);
  }
}

/** Why a file cannot be read, by the code of the system. */
const unreadable = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['ENAMETOOLONG', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'you may not read it'],
  ['EPERM', 'you may not read it'],
  ['ERR_FS_FILE_TOO_LARGE', 'it is larger than 2 GB'],
]);

/** A JSON document; exit 2 where the file is none. */
export async function readJson(io: CommandIo, path: string, language: Language = 'en'): Promise<unknown> {
  const bytes = await readBytes(io, path);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown error';
    throw new CommandExit(
      2,
      language === 'fr'
        ? `${path} n’est pas un document JSON\u00a0: ${why}.`
        : `${path} is not a JSON document: ${why}.`,
    );
  }
}

/** A JSON document that follows a schema; exit 2 with every place where it does not. */
export async function readDocument<T>(
  io: CommandIo,
  path: string,
  schema: z.ZodType<T>,
  schemaName: string,
  language: Language = 'en',
): Promise<T> {
  const parsed = schema.safeParse(await readJson(io, path, language), { error: z.locales[language]().localeError });
  if (parsed.success) return parsed.data;
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const issues = parsed.error.issues.map(
    (issue) => `  ${issue.path.map(String).join('.') || '(document)'}${colon} ${issueText(issue, language)}`,
  );
  const refused = language === 'fr' ? 'ne suit pas' : 'does not follow';
  throw new CommandExit(2, `${path} ${refused} \`passerelle schema ${schemaName}\`${colon}\n${issues.join('\n')}`);
}

/** The schema library speaks both languages; a refusal of a schema's own names its text. */
function issueText(issue: z.core.$ZodIssue, language: Language): string {
  const text: unknown = issue.code === 'custom' ? issue.params?.['text'] : undefined;
  return typeof text === 'string' ? translate(language, text) : issue.message;
}

/** An option that must be a whole number within bounds; exit 2 otherwise. */
export function wholeNumber(name: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^-?\d+$/u.test(text) && value >= least && value <= most) return value;
    throw new CommandExit(2, `${name} is a whole number from ${least} to ${most}, not “${text}”.`);
  };
}

/** Prints one JSON document, on one line where `indent` is 0. */
export function printJson(io: CommandIo, value: unknown, indent = 2): void {
  io.out(`${JSON.stringify(value, null, indent)}\n`);
}
