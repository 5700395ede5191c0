import { z } from 'zod';
import type { PolicyRefusal } from '../../src/domain/pairing-contract';
import { pairingText } from '../../src/pairing/text/pairing-text';
import type { Language } from '../../src/language/languages';
import { CommandExit } from './command-exit';
import type { CommandIo } from './command-io';
import { breaksSchemaWords, cannotReadWords, notJsonWords } from './file-words';

/** The bytes of a file; exit 2 where there is none to read. */
export async function readBytes(io: CommandIo, path: string, language: Language = 'en'): Promise<Uint8Array> {
  try {
    return await io.read(path);
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new CommandExit(2, cannotReadWords(path, code, language));
  }
}

/** A JSON document; exit 2 where the file is none. */
export async function readJson(io: CommandIo, path: string, language: Language = 'en'): Promise<unknown> {
  const bytes = await readBytes(io, path, language);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandExit(2, notJsonWords(path, why, language));
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
  const places = parsed.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.') || '(document)',
    what: issueText(issue, language),
  }));
  throw new CommandExit(2, breaksSchemaWords(path, schemaName, places, language));
}

/** The schema library speaks both languages; a refusal of a schema's own has its words here. */
function issueText(issue: z.core.$ZodIssue, language: Language): string {
  const refusal: unknown = issue.code === 'custom' ? issue.params?.['refusal'] : undefined;
  return refusal === ('same-subject' satisfies PolicyRefusal)
    ? pairingText(language, 'aim.same-subject')
    : issue.message;
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
