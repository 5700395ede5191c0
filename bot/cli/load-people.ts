import { peopleMapSchema } from '../../src/people-file/participant-contract';
import { mapPeople, type MappedPeople } from '../../src/people-file/map-people';
import { issueWords, type PeopleIssue } from '../../src/people-file/people-issue';
import type { Bilingual } from '../../src/domain/programme-contract';
import type { Language } from '../../src/language/languages';
import { readPeopleTable } from '../documents/read-people-table';
import { readBytes, readDocument } from './command-files';
import type { CommandIo } from './command-io';

/** An issue as the commands print it. */
export interface PrintedIssue {
  readonly row: number;
  readonly column: string;
  /** A stable code. */
  readonly reason: string;
  readonly message: Bilingual;
  readonly rows?: readonly number[];
}

export interface LoadedPeople extends Pick<MappedPeople, 'rows' | 'people' | 'reportingLines' | 'named' | 'nameless'> {
  readonly rejected: readonly PrintedIssue[];
  readonly warnings: readonly PrintedIssue[];
}

/** Reads and maps a people file. A file that is no table has nobody in it and one rejection, of row 1. */
export async function loadPeople(
  io: CommandIo,
  file: string,
  mapFile: string | undefined,
  language: Language = 'en',
): Promise<LoadedPeople> {
  const map = mapFile === undefined ? undefined : await readDocument(io, mapFile, peopleMapSchema, 'map', language);
  const table = await readPeopleTable(await readBytes(io, file, language), file);
  if (!table.ok) {
    return {
      rows: 0,
      people: [],
      reportingLines: new Map(),
      named: new Set(),
      nameless: 0,
      rejected: [printed({ row: 1, column: '', reason: table.reason })],
      warnings: [],
    };
  }
  const mapped = mapPeople(table.value, map);
  return { ...mapped, rejected: mapped.rejected.map(printed), warnings: mapped.warnings.map(printed) };
}

function printed(issue: PeopleIssue): PrintedIssue {
  const { row, column, reason, rows } = issue;
  return { row, column, reason, message: issueWords(issue), ...(rows === undefined ? {} : { rows }) };
}

/** One line about an issue, for people. */
export function issueLine(issue: PrintedIssue, language: Language): string {
  const word = language === 'fr' ? 'ligne' : 'row';
  const column = issue.column === '' ? '' : `, ${issue.column}`;
  const others = (issue.rows?.length ?? 1) > 1 ? ` (+${(issue.rows?.length ?? 1) - 1})` : '';
  return `  ${word} ${issue.row}${others}${column}: ${issue.message[language]}\n`;
}

/** That nobody can be taken, before the reasons. */
export const nobodyWords: Bilingual = {
  fr: 'Aucune ligne du fichier ne peut être prise en compte.',
  en: 'No row of the file can be taken.',
};
