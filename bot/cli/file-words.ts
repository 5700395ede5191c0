import type { Bilingual } from '../../src/domain/programme-contract';
import type { Language } from '../../src/language/languages';

const missing: Bilingual = { fr: 'ce fichier n’existe pas', en: 'there is no such file' };
const denied: Bilingual = { fr: 'sa lecture n’est pas permise', en: 'you may not read it' };

/** Why a file cannot be read, by the code of the system. */
const unreadable: ReadonlyMap<string, Bilingual> = new Map([
  ['ENOENT', missing],
  ['ENOTDIR', missing],
  ['ENAMETOOLONG', missing],
  ['EISDIR', { fr: 'c’est un dossier', en: 'it is a folder' }],
  ['EACCES', denied],
  ['EPERM', denied],
  ['ERR_FS_FILE_TOO_LARGE', { fr: 'il dépasse 2 Go', en: 'it is larger than 2 GB' }],
]);

const colon: Bilingual = { fr: '\u00a0:', en: ':' };

/** That a file cannot be read, and why; the code of the system where there are no words for it. */
export function cannotReadWords(path: string, code: string, language: Language): string {
  const why = unreadable.get(code)?.[language] ?? code;
  return language === 'fr' ? `Lecture impossible de ${path}\u00a0: ${why}.` : `Cannot read ${path}: ${why}.`;
}

/** That a file is no JSON document, with what the parser says, which knows English only. */
export function notJsonWords(path: string, why: string, language: Language): string {
  const words: Bilingual = { fr: 'n’est pas un document JSON', en: 'is not a JSON document' };
  return `${path} ${words[language]}${colon[language]} ${why}.`;
}

/** That a document does not follow its schema, and every place where it does not. */
export function breaksSchemaWords(
  path: string,
  schemaName: string,
  places: readonly { readonly path: string; readonly what: string }[],
  language: Language,
): string {
  const words: Bilingual = { fr: 'ne suit pas', en: 'does not follow' };
  const lines = places.map((place) => `  ${place.path}${colon[language]} ${place.what}`);
  return `${path} ${words[language]} \`passerelle schema ${schemaName}\`${colon[language]}\n${lines.join('\n')}`;
}
