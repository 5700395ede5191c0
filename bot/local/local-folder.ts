import { join, resolve } from 'node:path';

const usual = join(__dirname, '..', '..', '..', '..', '.local');

/** The variable that names another folder than `.local` for what a local start keeps. */
export const localFolderVariable = 'PASSERELLE_LOCAL_FOLDER';

/** Where a local start keeps its storage, its clock and the environment of its server. */
export function localFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const chosen = environment[localFolderVariable];
  return chosen === undefined || chosen === '' ? usual : resolve(chosen);
}
